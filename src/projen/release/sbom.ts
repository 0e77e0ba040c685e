// Writes the bill of materials of the bundles in the form of CycloneDX 1.6.
import type { BundledPackage } from './bundled.ts';

export interface SbomFacts {
  /** Of Opsdeck. */
  readonly version: string;
  readonly packages: readonly BundledPackage[];
}

/** https://cyclonedx.org/docs/1.6/json/ . The same for the same packages: it has neither a time nor a random number in it, both of which the format leaves open. */
export function renderSbom({ version, packages }: SbomFacts): string {
  const root = purlOf({ name: 'opsdeck', version });
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: 'opsdeck',
        version,
        purl: root,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: packages.map(componentOf),
    dependencies: [{ ref: root, dependsOn: packages.map(purlOf) }],
  };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}

function componentOf(one: BundledPackage): object {
  const { name, version, licence, integrity } = one;
  const [, group, base = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const purl = purlOf(one);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    ...{ name: base, version, purl },
    licenses: [/ (?:OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
    ...(integrity && { hashes: hashesOf(integrity) }),
  };
}

/** https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
export function purlOf({ name, version }: Pick<BundledPackage, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;
}

const algorithms: Readonly<Record<string, string>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

/** npm writes base64, CycloneDX hexadecimal digits. */
function hashesOf(integrity: string): readonly object[] {
  return integrity.split(' ').flatMap((one) => {
    const [name = '', digest = ''] = one.split(/-(.*)/s);
    const alg = algorithms[name];
    return alg === undefined ? [] : [{ alg, content: Buffer.from(digest, 'base64').toString('hex') }];
  });
}
