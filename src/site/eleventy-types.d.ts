/** What Dateline uses of Eleventy 3, which ships no types. */
declare module "@11ty/eleventy" {
  export interface EleventyConfig {
    addTemplate(path: string, render: (data: { entry: number }) => string, data: object): void;
    setTemplateFormats(formats: string[]): void;
    setUseGitIgnore(use: boolean): void;
    setFreezeReservedData(freeze: boolean): void;
    on(event: "eleventy.after", listener: (event: { directories: { output: string } }) => Promise<void>): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { quietMode: boolean; configPath: null; config: (eleventy: EleventyConfig) => Promise<void> | void },
    );
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
