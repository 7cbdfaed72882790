const gzipEnd = /\.gz$/i;

/** Is the file compressed, by its name? */
export const isGzip = (path: string): boolean => gzipEnd.test(path);

/** The extension in lower case, without `.gz`: `.txt`; empty where there is none. */
export function extensionOf(path: string): string {
  const name = path.replace(gzipEnd, '');
  const dot = name.lastIndexOf('.');
  return dot > name.lastIndexOf('/') + 1 ? name.slice(dot).toLowerCase() : '';
}

/** The path without its extension and `.gz`: what a sidecar is named after. */
export function stemOf(path: string): string {
  const name = path.replace(gzipEnd, '');
  return name.slice(0, name.length - extensionOf(path).length);
}
