export declare function compile(href: string): void;
