/** Loads a script of the release: the only way in which a page opened from the disk can read a file. */
export function loadScript(path: string): Promise<void> {
  if (!/^(data|texts)\/[a-z0-9_-]+\.js$/.test(path) && path !== 'world.js') {
    return Promise.reject(new Error(`${path}: no file of this release`));
  }
  const known = loading.get(path);
  if (known) return known;
  const coming = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(path);
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      loading.delete(path);
      reject(new Error(`explorer/${path} is missing or cannot be read; copy the whole folder of the release`));
    };
    document.head.append(script);
  });
  loading.set(path, coming);
  return coming;
}

const loading = new Map<string, Promise<void>>();

interface Policy {
  createScriptURL(path: string): string;
}

/** Where the browser knows trusted types, nothing but the addresses allowed above can become a script. */
const policy = (
  globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
).trustedTypes?.createPolicy('tearsheet', { createScriptURL: (path) => path });

const trusted = (path: string): string => policy?.createScriptURL(path) ?? path;
