import { administration, signIn } from "@osteon/api";
import { call } from "../api/request.ts";
import { useGet } from "../api/use-get.ts";
import { useWords } from "../words/words.ts";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

/** What the server tells before anybody has signed in. */
export interface SignInMethods {
  readonly providers: readonly string[];
  /** Whom to ask; empty stands for the administrator. */
  readonly contact: string;
}

interface Parts {
  /** Whether the provider is to ask anew, although the person is signed in there. */
  readonly again?: boolean;
  readonly onError: (error: unknown) => void;
}

/** The ways to sign in by the hospital's own provider, where any are set up. */
export function ProviderButtons({ again = false, onError }: Parts) {
  const says = useWords(SIGN_IN_WORDS);
  const methods = useGet(administration.readSignInMethods, {});
  const leave = async (provider: string): Promise<void> => {
    try {
      const body = { provider, callbackURL: location.pathname, again };
      location.assign((await call(signIn.signInAtProvider, { body })).body.url);
    } catch (problem) {
      onError(problem);
    }
  };
  return (methods.data?.providers ?? []).map((provider) => (
    <button key={provider} type="button" onClick={() => void leave(provider)}>
      {says.by(provider)}
    </button>
  ));
}
