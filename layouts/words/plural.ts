/** The forms that a counted phrase has in a language (Unicode CLDR, plural rules); `#` stands for the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A phrase whose number is not known yet: plain data, which a page can give to its script. */
export interface Counted {
  readonly language: string;
  readonly forms: Forms;
}

/** A counted phrase: the form that the language wants for the number, with the number as the language writes it. */
export function plural(language: string, count: number, forms: Forms): string {
  const form = forms[rulesOf(language).select(count)] ?? forms.other;
  return form.replace("#", () => numbersOf(language).format(count));
}

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

// Making a formatter costs a hundred times more than using it.
function rulesOf(language: string): Intl.PluralRules {
  const made = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, made);
  return made;
}

function numbersOf(language: string): Intl.NumberFormat {
  const made = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, made);
  return made;
}
