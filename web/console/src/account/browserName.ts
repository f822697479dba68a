const browsers: readonly [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(Chrome|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bLinux\b/, 'Linux'],
];

/** What a browser calls itself, in two words that a person knows it by. */
export function browserName(agent: string): string {
  const named = (list: readonly [RegExp, string][]) => list.find(([form]) => form.test(agent))?.[1];
  const browser = named(browsers) ?? 'A program';
  const system = named(systems);
  return system ? `${browser} on ${system}` : browser;
}
