/** What a program asks for, as the address of the page has it. A parameter that comes twice is left
 * out, so that what is shown and what is granted cannot differ. */
export interface ConsentRequest {
  responseType?: string;
  clientId?: string;
  redirectUri?: string;
  scope?: string;
  state?: string;
  codeChallenge?: string;
  codeChallengeMethod?: string;
  resource?: string;
}

const names: Readonly<Record<keyof ConsentRequest, string>> = {
  responseType: 'response_type',
  clientId: 'client_id',
  redirectUri: 'redirect_uri',
  scope: 'scope',
  state: 'state',
  codeChallenge: 'code_challenge',
  codeChallengeMethod: 'code_challenge_method',
  resource: 'resource',
};

export function consentRequest(search: string): ConsentRequest {
  const params = new URLSearchParams(search);
  const request: ConsentRequest = {};
  for (const [key, name] of Object.entries(names)) {
    const [value, ...more] = params.getAll(name);
    if (value && more.length === 0) request[key as keyof ConsentRequest] = value;
  }
  return request;
}
