// Shapes that a text has only if it is a secret: prefixes that issuers give their tokens so that they can be found.

export interface SecretShape {
  readonly what: string;
  readonly pattern: RegExp;
  /** Where the issuer describes it, or a scanner's rule that is known to work. */
  readonly source: string;
}

const gitleaks = 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml';

/** Of a pattern with a group named `secret`, only that is hidden: the rest says where the secret was. */
export const secretShapes: readonly SecretShape[] = [
  {
    what: 'private key',
    pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
    source: 'https://www.rfc-editor.org/rfc/rfc7468',
  },
  {
    what: 'password in a URL',
    pattern: /\b[a-z][a-z\d+.-]{1,30}:\/\/(?<secret>[^\s:/?#"'@\\]*:[^\s/"'\\]+)@/gi,
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
  {
    what: 'AWS access key id',
    pattern: /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes',
  },
  {
    what: 'GitHub token',
    pattern: /(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g,
    source:
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  },
  { what: 'GitLab token', pattern: /gl(?:pat|dt|rt|ptt|cbt|soat|ft|imt|agent|oas)-[A-Za-z0-9_.-]{16,}/g, source: gitleaks },
  { what: 'Slack token', pattern: /xox[abeoprs](?:\.xox[abp])?-[A-Za-z0-9-]{8,}|xapp-\d-[A-Za-z0-9-]{8,}/g, source: gitleaks },
  {
    what: 'Slack webhook',
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z0-9+/]{12,})/g,
    source: gitleaks,
  },
  {
    what: 'Stripe or OpenAI key',
    pattern: /(?<![A-Za-z0-9])(?:[rs]k_(?:live|test|prod)_[A-Za-z0-9]{8,}|sk-[A-Za-z0-9_-]{16,})/g,
    source: gitleaks,
  },
  {
    what: 'JSON web token',
    pattern: /eyJ[A-Za-z0-9_-]{8,}\.(?:eyJ|[A-Za-z0-9_-]{8,})[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*)*/g,
    source: 'https://www.rfc-editor.org/rfc/rfc7519',
  },
  {
    what: 'Google API key',
    pattern: /AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9_-]{16,}|GOCSPX-[A-Za-z0-9_-]{20,}/g,
    source: gitleaks,
  },
  { what: 'npm token', pattern: /npm_[A-Za-z0-9]{30,}/g, source: gitleaks },
  { what: 'PyPI token', pattern: /pypi-[A-Za-z0-9_-]{32,}/g, source: gitleaks },
  { what: 'SendGrid key', pattern: /SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g, source: gitleaks },
  { what: 'DigitalOcean token', pattern: /do[opr]_v1_[a-f0-9]{32,}/g, source: gitleaks },
  { what: 'Vault token', pattern: /(?<![A-Za-z0-9])hv[sbr]\.[A-Za-z0-9_-]{20,}/g, source: gitleaks },
  { what: 'Terraform Cloud token', pattern: /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{40,}/g, source: gitleaks },
  { what: 'Docker token', pattern: /dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}/g, source: gitleaks },
  {
    what: 'Datadog, Twilio, Shopify, Grafana, Linear, Pulumi, Databricks and Sentry keys',
    source: gitleaks,
    pattern:
      /shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|gl(?:c|sa)_[A-Za-z0-9+/_]{32,}=*|lin_api_[A-Za-z0-9]{32,}|pul-[a-f0-9]{40}|dapi[a-f0-9]{32}|sntr[ysu]_[A-Za-z0-9+/=_-]{40,}|(?<![A-Za-z0-9])SK[0-9a-f]{32}/g,
  },
  {
    what: 'Azure storage key',
    pattern: /AccountKey=(?<secret>[A-Za-z0-9+/=]{20,})|SharedAccessSignature=(?<secret2>\S+)/g,
    source: gitleaks,
  },
  {
    what: 'signed URL',
    pattern: /[?&](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=(?<secret>[^&\s"']{8,})/g,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html',
  },
  {
    what: 'authorization header',
    pattern: /\b(?:Bearer|Basic)\s+(?<secret>[A-Za-z0-9._~+/=-]{8,})/g,
    source: 'https://www.rfc-editor.org/rfc/rfc6750',
  },
  { what: 'age or WireGuard key', pattern: /AGE-SECRET-KEY-1[A-Z0-9]{40,}/g, source: gitleaks },
  {
    what: 'password hash',
    pattern: /\$(?:2[aby]|5|6|y|argon2(?:id?|d)|apr1)\$[^\s"':]{16,}/g,
    source: 'https://man7.org/linux/man-pages/man5/crypt.5.html',
  },
];

/** All patterns as one, without regard to case: what does not match it has none of the shapes, and that is soon found out. */
const anyShape = new RegExp(secretShapes.map(({ pattern }) => pattern.source.replace(/\?<[a-z]\w*>/g, '?:')).join('|'), 'i');

export function mayHoldSecretShape(text: string): boolean {
  return anyShape.test(text);
}
