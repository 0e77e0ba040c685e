// A GitHub App for tests: its key pair, made once a run of a file, and JWTs as it signs them, good ones and others.
import { createSign, generateKeyPairSync } from 'node:crypto';
import type { GitHubDouble } from '../../src/rehearsal/github/double.ts';
import type { Permissions } from '../../src/rehearsal/github/exchange.ts';

export interface KeyPair {
  /** PKCS#1, as GitHub hands it out. */
  readonly privateKey: string;
  readonly publicKey: string;
}

export function makeKeyPair(): KeyPair {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

let made: KeyPair | undefined;

export function keyPair(): KeyPair {
  made ??= makeKeyPair();
  return made;
}

export interface TestApp {
  readonly appId: number;
  readonly installationId: number;
  /** @param claims in place of the usual ones */
  readonly jwt: (now: Date, claims?: object, key?: string) => string;
}

export function installTestApp(github: GitHubDouble, permissions: Permissions = { actions: 'write' }): TestApp {
  const { privateKey, publicKey } = keyPair();
  const { appId, installationId } = github.installApp({ slug: 'alarms', publicKey, permissions });
  return {
    appId,
    installationId,
    jwt: (now, claims = {}, key = privateKey) => {
      const seconds = Math.floor(now.getTime() / 1000);
      const usual = { iat: seconds - 60, exp: seconds + 540, iss: String(appId), ...claims };
      const signed = [{ alg: 'RS256', typ: 'JWT' }, usual]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
    },
  };
}
