/**
 * The keyboard of an editable combobox with a list (WAI-ARIA Authoring Practices, combobox pattern): the focus stays in
 * the field, and arrows, Home and End say which option is meant.
 */
export class Listbox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  #options: readonly HTMLElement[] = [];
  #active = -1;

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#input = input;
    this.#list = list;
    input.addEventListener("keydown", (event) => this.#move(event));
  }

  /** Replaces the options; none of them is meant yet. */
  fill(options: readonly HTMLElement[]): void {
    this.#options = options;
    for (const [place, option] of options.entries()) option.id = `option_${place}`;
    this.#list.replaceChildren(...options);
    this.#list.hidden = options.length === 0;
    this.#input.setAttribute("aria-expanded", String(options.length > 0));
    this.#mean(-1);
  }

  /** Means no option any more. */
  forget(): void {
    this.#mean(-1);
  }

  /** Follows the option that is meant; false when none is. */
  follow(): boolean {
    const option = this.#options[this.#active];
    option?.click();
    return option !== undefined;
  }

  #move(event: KeyboardEvent): void {
    const to = this.#placeAfter(event);
    if (to === undefined || this.#options.length === 0) return;
    event.preventDefault();
    this.#mean(to);
  }

  /** Arrows go round through the field itself; without an option that is meant, Home and End belong to the text. */
  #placeAfter({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): number | undefined {
    if (ctrlKey || metaKey || altKey || shiftKey || isComposing) return undefined;
    const last = this.#options.length - 1;
    if (key === "ArrowDown") return this.#active === last ? -1 : this.#active + 1;
    if (key === "ArrowUp") return this.#active === -1 ? last : this.#active - 1;
    if (this.#active === -1) return undefined;
    return key === "Home" ? 0 : key === "End" ? last : undefined;
  }

  #mean(place: number): void {
    this.#active = place;
    for (const [at, option] of this.#options.entries()) option.setAttribute("aria-selected", String(at === place));
    const option = this.#options[place];
    if (option) this.#input.setAttribute("aria-activedescendant", option.id);
    else this.#input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }
}
