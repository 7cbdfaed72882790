export declare const project: string;
export declare const compiledHome: string;
export declare const manifest: string;
export declare function sourcesHash(): string;
export declare function compiledFolder(hash: string): string;
