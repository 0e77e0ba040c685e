// The App's own proof of who it is: a short-lived JWT, signed with its private key.
import { createPrivateKey, createSign, type KeyObject } from 'node:crypto';
import { failure } from '../../define/failure.ts';

/** The clock here may be ahead of GitHub's: https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
const backdatedSeconds = 60;
/** GitHub takes ten minutes at most, counted by its own clock. */
const lifeSeconds = 540;

/** @param pem PKCS#1 as GitHub hands it out, or PKCS#8. @throws a Failure `forwarder/key` that says nothing of what is in it */
export function parseKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // What OpenSSL says of it is of no use, and the error might quote it.
  }
  throw failure({
    code: 'forwarder/key',
    what: 'The secret holds no RSA private key.',
    next: "Put the PEM file that the App's page gave you as it is: aws secretsmanager put-secret-value --secret-string file://key.pem",
  });
}

export function signedJwt(
  key: KeyObject,
  { appId, nowSeconds }: { readonly appId: string; readonly nowSeconds: number },
): string {
  const claims = { iat: nowSeconds - backdatedSeconds, exp: nowSeconds + lifeSeconds, iss: appId };
  const signed = [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}
