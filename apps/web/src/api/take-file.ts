import { askForProof } from "./proof.ts";
import { get } from "./request.ts";

/** Downloads what is sensitive, such as charts or the trail: asks who is there first, where the server would. */
export async function takeFile(path: string): Promise<void> {
  const { fresh } = await get<{ readonly fresh: boolean }>("/api/proof");
  if (fresh || (await askForProof())) location.assign(path);
}
