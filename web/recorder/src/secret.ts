// Which names stand for secrets, and which texts are secrets whatever they are called.

const CONTAINS =
  /passw|passphrase|passcode|pwd|secret|apikey|privatekey|accesskey|signingkey|encryptionkey|credential|cardnumber|creditcard|authorization|csrf|xsrf|jwt/;
const ENDS = /(token|sessionid|sessid|sessionkey|cvv\d?|cvc\d?|ssn)$/;
const EQUALS =
  /^(auth|bearer|cookie|setcookie|pin|otp|totp|session|sid|pass|cvn|iban|socialsecuritynumber|sentrykey)$/;

/** `apiKey`, `api-key` and `API_KEY` are one name. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

export function isSecretName(name: string, extra: ReadonlySet<string>): boolean {
  if (name.length > 100) return false;
  const plain = plainName(name);
  return CONTAINS.test(plain) || ENDS.test(plain) || EQUALS.test(plain) || extra.has(plain);
}

/** Values that give themselves away: JWTs, keys of well-known providers, private keys. */
export const TOKENS =
  /eyJ[\w-]{5,4000}\.[\w-]{5,8000}\.[\w-]*|(?:sk|pk|rk)_(?:live|test)_\w{10,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** `Bearer` needs something that looks like a token behind it: "bearer authentication" is a phrase. */
export const BEARER =
  /\b(bearer|basic)(\s+|%20|\+)((?=[\w\-.~+/]*[\d=._])[\w\-.~+/]{6,}=*|[\w\-.~+/]{20,}=*)/gi;

/** The user info of a URL. */
export const USER_INFO = /\b([a-z][a-z\d+.-]{0,30}:\/\/)([^\s/?#"'<>\\]+)@/gi;

export const EMAIL =
  /[\p{L}\p{N}._%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,24}\b/giu;

/** `logo@2x.png` is no address. */
export function isFileName(text: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif|css|m?js|json|html?|map)$/i.test(text);
}

/** An account number as banks write it, by its form. */
export const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b/g;

/** Thirteen to nineteen digits, perhaps grouped; the first groups take what must not precede. */
export const CARD = /(^|[^\d.])([2-6](?:(?: |-|\+|%20)?\d){12,18})(?!\d|\.\d)/g;

export function isCardNumber(text: string): boolean {
  const digits = text.replace(/%20|\D/g, '');
  if (digits.length < 13 || digits.length > 19) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}
