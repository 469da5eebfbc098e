// The only file of the lab that turns text into markup or into a script's address.

interface Policy {
  createHTML(markup: string): string;
  createScriptURL(address: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The page's policy names this one, and allows no other. */
const rules: Policy = {
  createHTML: markup => markup,
  createScriptURL(address) {
    if (new URL(address).origin === location.origin) return address;
    throw new TypeError(`Not a script of this page: ${address}`);
  },
};

/** Browsers without Trusted Types do without the check. */
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('lab', rules) ?? rules;

/** Puts a drawing into an element. `markup` comes from picture.ts, where all words are escaped. */
export function put(into: Element, markup: string): void {
  into.innerHTML = policy.createHTML(markup);
}

/** The file of the worker, beside this script. The build fills it in. */
declare const LAB_WORKER: string;

export const startWorker = (): Worker =>
  new Worker(policy.createScriptURL(new URL(LAB_WORKER, import.meta.url).href));
