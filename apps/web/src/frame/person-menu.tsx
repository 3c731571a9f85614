import { Link } from "@tanstack/react-router";
import { useMe } from "../api/me.ts";
import { PopUp } from "../design/pop-up.tsx";
import { bilingual, useWords } from "../words/words.ts";
import { chooseTheme, type Theme, useChosenLanguage, useChosenTheme } from "./choices.ts";
import { rolesInWords } from "./roles.ts";
import { SignOut } from "./sign-out.tsx";

const WORDS = bilingual({
  noRole: ["No role yet", "Noch keine Rolle"],
  security: ["Your sign-in", "Ihre Anmeldung"],
  theme: ["Theme", "Farben"],
  device: ["As the device", "Wie das Gerät"],
  light: ["Light", "Hell"],
  dark: ["Dark", "Dunkel"],
});

/** Who is signed in, and what this device shows. */
export function PersonMenu() {
  const says = useWords(WORDS);
  const me = useMe();
  const language = useChosenLanguage();
  const theme = useChosenTheme();
  return (
    <PopUp className="person" summary={me.name}>
      <div className="person-box">
        <p>
          <strong>{me.name}</strong>
          <br />
          <span className="quiet-text small">{rolesInWords(me, language) || says.noRole}</span>
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
        <SignOut />
      </div>
    </PopUp>
  );
}
