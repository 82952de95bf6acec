/** What every response says, pages, files and refusals alike. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** For what is not a page of the app: it may load the plain style sheet and nothing else. Pages bring their own policy. */
const barePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const oneYear = 365 * 24 * 60 * 60;

/** Adds what a response lacks: safe headers, a content security policy, and under TLS that it stays so. */
export function secure(response: Response, isTls: boolean): void {
  const { headers } = response;
  // A page may be stricter about what its address tells others.
  for (const [name, value] of Object.entries(safeHeaders)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', barePolicy);
  if (isTls) headers.set('strict-transport-security', `max-age=${oneYear}`);
  // Pages show one learner's own data: no cache in between may keep them.
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
}
