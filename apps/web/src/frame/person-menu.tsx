import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMe } from "../api/me.ts";
import { send } from "../api/request.ts";
import { PopUp } from "../design/pop-up.tsx";
import { forgetKept } from "../entry/kept.ts";
import { bilingual, useWords } from "../words/words.ts";
import { chooseTheme, type Theme, useChosenLanguage, useChosenTheme } from "./choices.ts";
import { roleWords } from "./roles.ts";

const WORDS = bilingual({
  security: ["Your sign-in", "Ihre Anmeldung"],
  theme: ["Theme", "Farben"],
  device: ["As the device", "Wie das Gerät"],
  light: ["Light", "Hell"],
  dark: ["Dark", "Dunkel"],
  signOut: ["Sign out", "Abmelden"],
});

/** Who is signed in, and what this device shows. */
export function PersonMenu() {
  const says = useWords(WORDS);
  const me = useMe();
  const language = useChosenLanguage();
  const theme = useChosenTheme();
  const client = useQueryClient();
  const roles = [
    ...new Set(
      me.rights.map(({ role, centre }) => `${roleWords(role, language)}${centre === null ? "" : `, ${centre}`}`),
    ),
  ];
  return (
    <PopUp className="person" summary={me.name}>
      <div className="person-box">
        <p>
          <strong>{me.name}</strong>
          <br />
          <span className="quiet-text small">{roles.join(" · ")}</span>
        </p>
        <label>
          {says.theme}
          <select value={theme} onChange={(event) => chooseTheme(event.target.value as Theme)}>
            <option value="device">{says.device}</option>
            <option value="light">{says.light}</option>
            <option value="dark">{says.dark}</option>
          </select>
        </label>
        <Link to="/administration" search={{ tab: "security" }}>
          {says.security}
        </Link>
        <button
          type="button"
          onClick={async () => {
            await send("POST", "/api/auth/sign-out", {}).catch(() => {});
            forgetKept(me.account);
            client.clear();
            location.assign("/");
          }}
        >
          {says.signOut}
        </button>
      </div>
    </PopUp>
  );
}
