// What a page with require-trusted-types-for 'script' wants to be told: that
// the scripts are ours. The policy is named lastcall.
import { LastcallError } from "./error.js";

let policy;

function trusted(create, text) {
  if (!globalThis.trustedTypes) return text;
  try {
    policy ??= trustedTypes.createPolicy("lastcall", {
      createScriptURL: (url) => url,
      createHTML: (html) => html,
    });
    return policy[create](String(text));
  } catch (cause) {
    throw new LastcallError(`the page's trusted-types must allow the policy "lastcall"`, { cause });
  }
}

export const trustedURL = (url) => trusted("createScriptURL", url);
export const trustedHTML = (html) => trusted("createHTML", html);
