import { ChangePassword } from "./change-password.tsx";
import { SecondFactor } from "./second-factor.tsx";

/** One's own password and second factor. */
export function SecurityTab() {
  return (
    <div className="grid">
      <ChangePassword />
      <SecondFactor />
    </div>
  );
}
