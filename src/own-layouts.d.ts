export declare const OWN_LAYOUTS: string | undefined;
export declare const hasOwnLayouts: boolean;
export declare function replaceableIn(folder: string): Set<string>;
export declare function isOwnLayout(href: string): boolean;
export declare function inUse(href: string): string;
export declare function resolveLayout(specifier: string, importer: string): string | undefined;
