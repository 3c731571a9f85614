import { z } from "zod";

/** A person's name as it stands on signatures: one line of at most 100 letters and signs, with a letter in it, composed. */
export const personName = z
  .string()
  .max(400)
  .transform((text) => text.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(100)
      .refine((text) => /^[^\p{C}\p{Zl}\p{Zp}]*\p{L}[^\p{C}\p{Zl}\p{Zp}]*$/u.test(text)),
  );
