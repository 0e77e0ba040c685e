import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/plan/model.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function memberOf(value, key) {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function textOf(value, key) {
  const member = memberOf(value, key);
  return typeof member === "string" ? member : void 0;
}
function listOf(value, key) {
  const member = memberOf(value, key);
  return Array.isArray(member) ? member : [];
}

// src/actions/plan/redact/secret-names.ts
var secretWords = new Set(
  [
    "password passwords passwd passphrase passphrases pwd passcode pass pin",
    "secret secrets credential credentials creds",
    "token tokens jwt",
    "apikey apikeys privatekey secretkey accesskey authtoken connectionstring",
    "pgpassword htpasswd dsn auth psk"
  ].join(" ").split(" ")
);
var secretPairs = new Set(
  [
    "api key,access key,private key,secret key,signing key,encryption key,master key,account key,shared key,auth key,license key",
    "instrumentation key,host key,client key,server key,storage key,service key,hmac key,ssh key,deploy key,preshared key",
    "connection string,connection strings,conn string,conn str,webhook url,pre shared,recovery code,backup code",
    "database url,db url,redis url,mongo url,mongodb uri,amqp url,broker url"
  ].join(",").split(",")
);
var aboutWords = new Set(
  [
    "arn arns id ids name names version versions ref type kind format method mode status state",
    "validity ttl expiry expiration expires lifetime age days hours minutes seconds date at on created updated changed rotated last window",
    "length size count limit min max policy rotation reuse prevention history algorithm usage source provider",
    "url uri endpoint endpoints host port path prefix suffix file filename issuer audience scope scopes",
    "enabled enable required require allowed allow protection recovery reset region role account stage stages user username",
    "characters special lower upper numeric units unit public certificate description tier"
  ].join(" ").split(" ")
);
var switchWords = new Set(
  "max min num number total enable enabled disable is has use uses allow require requires manage rotate".split(" ")
);
var anySecretName = new RegExp(
  [...secretWords, ...[...secretPairs].map((pair) => pair.split(" ")[1])].join("|"),
  "i"
);
function mayHoldSecretName(text) {
  return anySecretName.test(text);
}
function judgeName(name) {
  const words2 = wordsOf(name);
  const isSecret = words2.some((word) => secretWords.has(word)) || words2.some((word, index) => secretPairs.has(`${word} ${words2[index + 1]}`)) || secretWords.has(words2.join(""));
  if (!isSecret) return aboutWords.has(words2.at(-1) ?? "") ? "about a secret" : "plain";
  if (secretPairs.has(words2.slice(-2).join(" "))) return "secret";
  return aboutWords.has(words2.at(-1) ?? "") || switchWords.has(words2[0] ?? "") ? "about a secret" : "secret";
}
function isSecretPlace(names) {
  const verdicts = names.map(judgeName);
  if (verdicts.at(-1) === "about a secret") return false;
  return verdicts.includes("secret");
}
function wordsOf(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/).filter(Boolean);
}

// src/actions/plan/redact/assignments.ts
var assignment = /(?<name>[A-Za-z_][\w.-]{1,80})(?<between>\\*["']?\s{0,8}(?:=>|:=|=|:)\s{0,8}|(?<=(?<![\w-])--?[\w-]{2,80})\s+)(?<quote>\\*["'])?(?<value>(?:(?<=["'])(?:(?!\k<quote>)[^\n])+|[^\s"',;&\\]+))/g;
var element = /<(?<name>[A-Za-z_][\w.-]{1,80})>(?<value>[^<>\n]+)<\//g;
var reference = new RegExp(
  `^(?:${[
    String.raw`\$\{[^}]*\}|\$\([^)]*\)|\$[A-Z_][A-Z0-9_]*|%[A-Z_]+%|\{\{[^}]*\}\}`,
    String.raw`arn:aws[\w-]*:\S+|(?:ssm|vault|secretsmanager):\S+|projects/[\w-]+/secrets/\S+`,
    String.raw`\(redacted\)|\(sensitive\)|true|false|null|none|yes|no`
  ].join("|")})$`
);
function isReference(text) {
  return reference.test(text);
}
function hideAssigned(text, hide) {
  if (!mayHoldSecretName(text)) return text;
  return hideMatches(hideMatches(text, assignment, hide), element, hide);
}
function hideMatches(text, pattern, hide) {
  const search = new RegExp(pattern);
  const parts = [];
  let from = 0;
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const { name = "", between = "", value = "" } = match.groups ?? {};
    const isSegment = between === ":" && text[match.index - 1] === ":";
    if (!isSegment && judgeName(name) === "secret" && !isReference(value)) {
      parts.push(text.slice(from, search.lastIndex - value.length - closing(match[0], value)), hide);
      from = search.lastIndex - closing(match[0], value);
    } else search.lastIndex = match.index + name.length;
  }
  return parts.join("") + text.slice(from);
}
function closing(match, value) {
  return match.length - match.lastIndexOf(value) - value.length;
}

// src/actions/plan/redact/entropy.ts
var base64Bits = 4.5;
var hexBits = 3;
var shortestHex = 32;
var shortestMixed = 16;
var shortestLong = 24;
var mixedChanges = 0.3;
var mixedBits = 3.2;
var words = /[A-Za-z0-9+/_=-]{16,}/g;
var plainRandom = new Set(
  "hash sha sha1 sha256 sha512 md5 crc32 checksum etag digest fingerprint fingerprints thumbprint thumbprints id ids arn arns image images revision commit version tag certificate ca".split(
    " "
  )
);
var plainShapes = [
  { what: "UUID", pattern: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i },
  { what: "id of an AWS resource", pattern: /^[a-z]{1,12}(?:-[a-z]{1,12}){0,2}-[0-9a-f]{8,17}$/ },
  { what: "unique id of an IAM principal", pattern: /^A(?:ID|RO|IP|GP|NP|NV|PK|SC)A[A-Z0-9]{12,}$/ },
  { what: "id of a hosted zone", pattern: /^Z[A-Z0-9]{12,22}$/ },
  { what: "resource id of RDS", pattern: /^(?:db|cluster|proxy|prx)-[A-Z0-9a-z]{17,26}$/ },
  { what: "an integrity hash", pattern: /^sha(?:256|384|512)-[A-Za-z0-9+/=]+$/ }
];
var digestBefore = /(?:sha(?:1|224|256|384|512)|md5)[:=-]$/i;
function isPlainRandom(names) {
  const last = wordsOf(names.at(-1) ?? "").at(-1);
  return last !== void 0 && plainRandom.has(last);
}
function hideRandomWords(text, hide) {
  return text.replace(words, (word, at) => {
    if (digestBefore.test(text.slice(Math.max(0, at - 8), at))) return word;
    return isRandomWord(word) ? hide : word;
  });
}
function isRandomWord(word) {
  if (plainShapes.some(({ pattern }) => pattern.test(word))) return false;
  if (!/[-_]/.test(word) && /[+/=]/.test(word) && isRandomBase64(word)) return true;
  return word.split(/[-_+/=]+/).some(isRandomPart) || isRandomBase64Url(word);
}
function isRandomBase64(word) {
  return word.length >= shortestLong && classesOf(word) === 3 && bitsOf(word) >= Math.min(base64Bits, base64Limit(word)) && changesOf(word) >= mixedChanges;
}
function isRandomBase64Url(word) {
  const letters = word.replace(/[-_]/g, "");
  const separators = word.length - letters.length;
  return separators <= word.length / 12 && word.length >= shortestLong && isRandomPart(letters) && classesOf(letters) === 3 && bitsOf(letters) >= base64Limit(letters);
}
function base64Limit(word) {
  return Math.min(base64Bits, 0.88 * Math.log2(word.length));
}
function isRandomPart(part) {
  if (part.length < shortestMixed) return false;
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(part)) return part.length >= shortestHex && bitsOf(part) >= hexBits;
  const classes = classesOf(part);
  const changes = changesOf(part);
  if (classes === 3) return changes >= mixedChanges && bitsOf(part) >= mixedBits;
  if (classes === 2 && /\d/.test(part))
    return part.length >= shortestLong - 4 && changes >= mixedChanges - 0.05 && bitsOf(part) >= mixedBits;
  return classes === 2 && part.length >= shortestLong && bitsOf(part) >= base64Bits;
}
function bitsOf(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
  return bits;
}
function classesOf(text) {
  return [/[a-z]/, /[A-Z]/, /\d/].filter((pattern) => pattern.test(text)).length;
}
function changesOf(text) {
  let changes = 0;
  for (let index = 1; index < text.length; index += 1) {
    const [one, other] = [classOf(text.charCodeAt(index - 1)), classOf(text.charCodeAt(index))];
    const isCapitalized = one === "upper" && other === "lower" && classOf(text.charCodeAt(index - 2)) !== "upper";
    if (one !== other && !isCapitalized) changes += 1;
  }
  return changes / (text.length - 1);
}
function classOf(code) {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  return code >= 48 && code <= 57 ? "digit" : "other";
}

// src/actions/plan/redact/known-texts.ts
var keyLength = 8;
function hideKnown(texts, marker) {
  const byKey = /* @__PURE__ */ new Map();
  for (const text of texts) {
    if (text.length < keyLength || marker.includes(text)) continue;
    const key = text.slice(0, keyLength);
    const candidates = byKey.get(key);
    if (candidates === void 0) byKey.set(key, [text]);
    else candidates.push(text);
  }
  for (const candidates of byKey.values()) candidates.sort((one, other) => other.length - one.length);
  if (byKey.size === 0) return (text) => text;
  return (text) => {
    const parts = [];
    let from = 0;
    for (let at = 0; at + keyLength <= text.length; at += 1) {
      const found = byKey.get(text.slice(at, at + keyLength))?.find((candidate) => text.startsWith(candidate, at));
      if (found === void 0) continue;
      parts.push(text.slice(from, at), marker);
      from = at + found.length;
      at = from - 1;
    }
    return from === 0 ? text : parts.join("") + text.slice(from);
  };
}

// src/actions/plan/redact/secret-shapes.ts
var gitleaks = "https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml";
var secretShapes = [
  {
    what: "private key",
    pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
    source: "https://www.rfc-editor.org/rfc/rfc7468"
  },
  {
    what: "password in a URL",
    pattern: /\b[a-z][a-z\d+.-]{1,30}:\/\/(?<secret>[^\s:/?#"'@\\]*:[^\s/"'\\]+)@/gi,
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1"
  },
  {
    what: "AWS access key id",
    pattern: /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes"
  },
  {
    what: "GitHub token",
    pattern: /(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g,
    source: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats"
  },
  { what: "GitLab token", pattern: /gl(?:pat|dt|rt|ptt|cbt|soat|ft|imt|agent|oas)-[A-Za-z0-9_.-]{16,}/g, source: gitleaks },
  { what: "Slack token", pattern: /xox[abeoprs](?:\.xox[abp])?-[A-Za-z0-9-]{8,}|xapp-\d-[A-Za-z0-9-]{8,}/g, source: gitleaks },
  {
    what: "Slack webhook",
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z0-9+/]{12,})/g,
    source: gitleaks
  },
  {
    what: "Stripe or OpenAI key",
    pattern: /(?<![A-Za-z0-9])(?:[rs]k_(?:live|test|prod)_[A-Za-z0-9]{8,}|sk-[A-Za-z0-9_-]{16,})/g,
    source: gitleaks
  },
  {
    what: "JSON web token",
    pattern: /eyJ[A-Za-z0-9_-]{8,}\.(?:eyJ|[A-Za-z0-9_-]{8,})[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*)*/g,
    source: "https://www.rfc-editor.org/rfc/rfc7519"
  },
  {
    what: "Google API key",
    pattern: /AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9_-]{16,}|GOCSPX-[A-Za-z0-9_-]{20,}/g,
    source: gitleaks
  },
  { what: "npm token", pattern: /npm_[A-Za-z0-9]{30,}/g, source: gitleaks },
  { what: "PyPI token", pattern: /pypi-[A-Za-z0-9_-]{32,}/g, source: gitleaks },
  { what: "SendGrid key", pattern: /SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g, source: gitleaks },
  { what: "DigitalOcean token", pattern: /do[opr]_v1_[a-f0-9]{32,}/g, source: gitleaks },
  { what: "Vault token", pattern: /(?<![A-Za-z0-9])hv[sbr]\.[A-Za-z0-9_-]{20,}/g, source: gitleaks },
  { what: "Terraform Cloud token", pattern: /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{40,}/g, source: gitleaks },
  { what: "Docker token", pattern: /dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}/g, source: gitleaks },
  {
    what: "Datadog, Twilio, Shopify, Grafana, Linear, Pulumi, Databricks and Sentry keys",
    source: gitleaks,
    pattern: /shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|gl(?:c|sa)_[A-Za-z0-9+/_]{32,}=*|lin_api_[A-Za-z0-9]{32,}|pul-[a-f0-9]{40}|dapi[a-f0-9]{32}|sntr[ysu]_[A-Za-z0-9+/=_-]{40,}|(?<![A-Za-z0-9])SK[0-9a-f]{32}/g
  },
  {
    what: "Azure storage key",
    pattern: /AccountKey=(?<secret>[A-Za-z0-9+/=]{20,})|SharedAccessSignature=(?<secret2>\S+)/g,
    source: gitleaks
  },
  {
    what: "signed URL",
    pattern: /[?&](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=(?<secret>[^&\s"']{8,})/g,
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html"
  },
  {
    what: "authorization header",
    pattern: /\b(?:Bearer|Basic)\s+(?<secret>[A-Za-z0-9._~+/=-]{8,})/g,
    source: "https://www.rfc-editor.org/rfc/rfc6750"
  },
  { what: "age or WireGuard key", pattern: /AGE-SECRET-KEY-1[A-Z0-9]{40,}/g, source: gitleaks },
  {
    what: "password hash",
    pattern: /\$(?:2[aby]|5|6|y|argon2(?:id?|d)|apr1)\$[^\s"':]{16,}/g,
    source: "https://man7.org/linux/man-pages/man5/crypt.5.html"
  }
];
var anyShape = new RegExp(secretShapes.map(({ pattern }) => pattern.source.replace(/\?<[a-z]\w*>/g, "?:")).join("|"), "i");
function mayHoldSecretShape(text) {
  return anyShape.test(text);
}

// src/actions/plan/redact/redact.ts
var sensitiveMarker = "(sensitive)";
var redactedMarker = "(redacted)";
var largestPlainNumber = 999;
var mostRounds = 10;
function createRedactor(sensitiveTexts) {
  const hideSensitive = hideKnown(sensitiveTexts, sensitiveMarker);
  const textOnce = (plain, names) => {
    if (plain === sensitiveMarker || plain === redactedMarker) return plain;
    const withoutKnown = hideSensitive(plain);
    const withoutShapes = mayHoldSecretShape(withoutKnown) ? secretShapes.reduce(hideShape, withoutKnown) : withoutKnown;
    const withoutAssigned = hideAssigned(withoutShapes, redactedMarker);
    return isPlainRandom(names) ? withoutAssigned : hideRandomWords(withoutAssigned, redactedMarker);
  };
  const text = (plain, names = []) => {
    let previous = plain;
    for (let round = 0; round < mostRounds; round += 1) {
      const next = textOnce(previous, names);
      if (next === previous) break;
      previous = next;
    }
    return previous;
  };
  const value = (plain, names) => {
    if (typeof plain === "string") return redactText(plain, names);
    if (typeof plain === "number") return redactNumber(plain, names);
    if (Array.isArray(plain)) return plain.map((element2) => value(element2, names));
    return isRecord(plain) ? redactMembers(plain, names) : plain;
  };
  const redactText = (plain, names) => {
    const isMarker = plain === sensitiveMarker || plain === redactedMarker;
    if (!isMarker && plain !== "" && isSecretPlace(names) && !isReference(plain)) return redactedMarker;
    return jsonText(plain, names) ?? text(plain, names);
  };
  const redactNumber = (plain, names) => {
    if (plain > largestPlainNumber && isSecretPlace(names)) return redactedMarker;
    return hideSensitive(String(plain)) === String(plain) ? plain : sensitiveMarker;
  };
  const redactMembers = (record, names) => {
    const members = Object.entries(record).map(([key, member]) => {
      const sibling = typeof record.name === "string" ? [record.name] : typeof record.Name === "string" ? [record.Name] : [];
      return [text(key), value(member, [...names, ...sibling.filter(() => /^value$/i.test(key)), key])];
    });
    return Object.fromEntries(members);
  };
  const jsonText = (plain, names) => {
    if (!/^\s*[[{]/.test(plain)) return void 0;
    try {
      const parsed = JSON.parse(plain);
      const redacted = JSON.stringify(value(parsed, names));
      return redacted === JSON.stringify(parsed) ? plain : redacted;
    } catch {
      return void 0;
    }
  };
  return { text: (plain) => text(plain), value };
}
function hideShape(text, { pattern }) {
  return text.replace(pattern, (match, ...rest) => {
    const groups = rest.at(-1);
    const secret = typeof groups === "object" && groups !== null ? Object.values(groups).find(Boolean) : void 0;
    return typeof secret === "string" ? match.replace(secret, () => redactedMarker) : redactedMarker;
  });
}

export {
  isRecord,
  memberOf,
  textOf,
  listOf,
  sensitiveMarker,
  redactedMarker,
  createRedactor
};
