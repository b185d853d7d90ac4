import { plural } from "../plural.ts";
import type { CommentFormWords } from "./words.ts";

export const words: CommentFormWords = {
  missing: {
    comment: "Escriba su respuesta.",
    name: "Escriba su nombre.",
    consent: "Indique que su respuesta puede publicarse.",
  },
  wrongEmail: "Escriba una dirección como ana@example.org o deje esto vacío.",
  left: (characters) => plural("es", characters, { one: "Queda # carácter", other: "Quedan # caracteres" }),
  tooLong: (by) => plural("es", by, { one: "Sobra # carácter", other: "Sobran # caracteres" }),
  sending: "Enviando…",
};
