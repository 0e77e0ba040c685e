// Decides by the name of an attribute, a variable or an option whether its value is a secret.

/** A word that makes a name secret, wherever in the name it stands. */
const secretWords = new Set(
  [
    'password passwords passwd passphrase passphrases pwd passcode pass pin',
    'secret secrets credential credentials creds',
    'token tokens jwt',
    'apikey apikeys privatekey secretkey accesskey authtoken connectionstring',
    'pgpassword htpasswd dsn auth psk',
  ]
    .join(' ')
    .split(' '),
);

/** Two neighbouring words that only together make a name secret: a `key` alone is mostly an identifier. */
const secretPairs = new Set(
  [
    'api key,access key,private key,secret key,signing key,encryption key,master key,account key,shared key,auth key,license key',
    'instrumentation key,host key,client key,server key,storage key,service key,hmac key,ssh key,deploy key,preshared key',
    'connection string,connection strings,conn string,conn str,webhook url,pre shared,recovery code,backup code',
    'database url,db url,redis url,mongo url,mongodb uri,amqp url,broker url',
  ]
    .join(',')
    .split(','),
);

/** A last word that makes it a statement about a secret rather than the secret. */
const aboutWords = new Set(
  [
    'arn arns id ids name names version versions ref type kind format method mode status state',
    'validity ttl expiry expiration expires lifetime age days hours minutes seconds date at on created updated changed rotated last window',
    'length size count limit min max policy rotation reuse prevention history algorithm usage source provider',
    'url uri endpoint endpoints host port path prefix suffix file filename issuer audience scope scopes',
    'enabled enable required require allowed allow protection recovery reset region role account stage stages user username',
    'characters special lower upper numeric units unit public certificate description tier',
  ]
    .join(' ')
    .split(' '),
);

/** A first word that makes it a number or a switch. */
const switchWords = new Set(
  'max min num number total enable enabled disable is has use uses allow require requires manage rotate'.split(' '),
);

/** A text without any of these has no secret name in it, in whatever way its words are joined: quick to find out. */
const anySecretName = new RegExp(
  [...secretWords, ...[...secretPairs].map((pair) => pair.split(' ')[1] as string)].join('|'),
  'i',
);

export function mayHoldSecretName(text: string): boolean {
  return anySecretName.test(text);
}

export type NameVerdict = 'secret' | 'plain' | 'about a secret';

export function judgeName(name: string): NameVerdict {
  const words = wordsOf(name);
  const isSecret =
    words.some((word) => secretWords.has(word)) ||
    words.some((word, index) => secretPairs.has(`${word} ${words[index + 1]}`)) ||
    secretWords.has(words.join(''));
  if (!isSecret) return aboutWords.has(words.at(-1) ?? '') ? 'about a secret' : 'plain';
  if (secretPairs.has(words.slice(-2).join(' '))) return 'secret';
  return aboutWords.has(words.at(-1) ?? '') || switchWords.has(words[0] ?? '') ? 'about a secret' : 'secret';
}

/** The nearest name decides if it can; what it leaves open, a secret name further up decides: `credentials.primary`. */
export function isSecretPlace(names: readonly string[]): boolean {
  const verdicts = names.map(judgeName);
  if (verdicts.at(-1) === 'about a secret') return false;
  return verdicts.includes('secret');
}

/** `masterUserPassword`, `master_user_password`, `MASTER-USER-PASSWORD` and `DBPassword` are lists of the same words. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}
