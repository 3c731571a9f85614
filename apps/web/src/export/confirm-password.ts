import { send } from "../api/request.ts";

/** Confirms the password of the person who is signed in, for what the server asks it for once more. */
export const confirmPassword = async (password: string): Promise<void> =>
  void (await send("POST", "/api/auth/verify-password", { password }));
