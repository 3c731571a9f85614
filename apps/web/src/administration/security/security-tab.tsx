import { TokensPanel } from "../tokens/tokens-panel.tsx";
import { ChangePassword } from "./change-password.tsx";
import { SecondFactor } from "./second-factor.tsx";

/** One's own password and second factor, and the tokens of one's programs. */
export function SecurityTab() {
  return (
    <>
      <div className="grid">
        <ChangePassword />
        <SecondFactor />
      </div>
      <TokensPanel whose="own" />
    </>
  );
}
