// Fifty secrets in a plan, each where secrets have been seen in plans; put together at run time, so that no scanner takes them for real.
import { failedCheck, outputChange, planJson, resourceChange, type Values } from './plan-json.ts';

const join = (...parts: readonly string[]) => parts.join('');
const random = (seed: number, length: number, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') => {
  let state = seed * 2_654_435_761;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet[Math.floor((state / 2 ** 32) * alphabet.length)];
  }).join('');
};
const hex = (seed: number, length: number) => random(seed, length, '0123456789abcdef');

/** Marked as sensitive by a mask somewhere, and repeated elsewhere without one. */
const marked = {
  databasePassword: 'correct-horse-7',
  nested: 'deeply-nested-9',
  inList: 'third-of-a-list-1',
  wholeObject: 'inside-of-a-sensitive-object',
  previous: 'the-old-password-2',
  output: 'value-of-a-sensitive-output',
  outputNested: 'within-a-sensitive-output',
  variable: 'a-sensitive-variable-4',
  unchanged: 'of-an-unchanged-resource',
  readByData: 'what-a-data-source-read',
  drifted: 'changed-outside-of-it',
  deferred: 'of-a-deferred-change-5',
  jsonPassword: 'inside-of-sensitive-json',
  multiLine: 'second line of a sensitive text',
  replaced: 'of-a-replaced-one-88',
  number: 87_654_321,
  quoted: 'with "quotes" and \\ in it',
  short: 'abc123',
} as const;

/** No mask says that they are secret: a name, a shape or their randomness does. */
const unmarked = {
  byName: 'hunter2-by-name',
  byCamelName: 'hunter3-camel',
  byEnvironmentName: 'hunter4-environment',
  byShortValue: 'pw1',
  inContainerDefinitions: 'hunter5-container',
  inNestedJson: 'hunter6-nested-json',
  inUserData: 'hunter7-user-data',
  inCommandLine: 'hunter8-flag',
  inYaml: 'hunter9-yaml',
  inXml: 'hunter10-xml',
  inQuery: 'hunter11-query',
  inUrl: 'hunter12-url',
  inTags: 'hunter13-tag',
  ancestor: 'hunter14-below-credentials',
  connectionString: 'hunter15-connection',
  parameter: 'hunter16-parameter',
  outputByName: 'hunter17-output',
  spaced: 'correct horse battery staple',
  awsKeyId: join('AK', 'IA', random(1, 16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')),
  awsSecret: join(random(2, 15), '/', random(3, 12), '+', random(4, 11)),
  github: join('gh', 'p_', random(5, 36)),
  githubFine: join('github', '_pat_', random(6, 60)),
  gitlab: join('gl', 'pat-', random(7, 20)),
  slack: join('xox', 'b-', random(8, 12, '0123456789'), '-', random(9, 24)),
  stripe: join('sk', '_live_', random(10, 24)),
  jwt: join('ey', 'J', random(11, 20), '.', 'ey', 'J', random(12, 40), '.', random(13, 43)),
  google: join('AI', 'za', random(14, 35)),
  npm: join('npm', '_', random(15, 36)),
  sendgrid: join('S', 'G.', random(16, 22), '.', random(17, 43)),
  digitalOcean: join('dop', '_v1_', hex(18, 64)),
  bearer: `t0k3n-${random(19, 24)}`,
  randomBase62: random(20, 32),
  randomHex: hex(21, 48),
  randomWithDashes: `${random(22, 18)}-${random(23, 17)}`,
  inResourceKey: join('gh', 's_', random(24, 36)),
  inOutputName: join('gl', 'pat-', random(25, 20)),
  inCheck: join('gh', 'o_', random(26, 36)),
  inMapKey: join('xox', 'p-', random(27, 24)),
  inImportId: join('npm', '_', random(28, 36)),
  privateKeyLine: random(29, 64),
} as const;

export const planted: readonly string[] = [...Object.values(marked), ...Object.values(unmarked)].map(String);

const privateKey = join('-----BEGIN RSA PRI', 'VATE KEY-----\n', unmarked.privateKeyLine, '\n-----END RSA PRI', 'VATE KEY-----');
const userData = `#!/bin/sh
export DB_PASSWORD=${unmarked.inUserData}
psql --password ${unmarked.inCommandLine} -c 'select 1'
cat <<EOF
  adminPassword: ${unmarked.inYaml}
  passphrase: "${unmarked.spaced}"
  <clientSecret>${unmarked.inXml}</clientSecret>
${privateKey}
EOF
curl -H "Authorization: Bearer ${unmarked.bearer}" "https://example.com/?token=${unmarked.inQuery}&a=1"
`;

const containers = JSON.stringify([
  {
    name: 'app',
    environment: [
      { name: 'DATABASE_PASSWORD', value: unmarked.inContainerDefinitions },
      { name: 'SETTINGS', value: JSON.stringify({ redis: { authToken: unmarked.inNestedJson } }) },
      { name: 'MODE', value: marked.databasePassword },
    ],
  },
]);

/** Marked values show up once more where no mask covers them: in plain attributes, inside of texts and JSON, in names. */
const repeated = {
  description: `uses ${marked.nested} and ${marked.inList}`,
  document: JSON.stringify({
    old: marked.previous,
    quoted: marked.quoted,
    list: [marked.wholeObject, marked.output, marked.number],
  }),
  script: `indented:\n    ${marked.multiLine}\n${marked.variable} ${marked.unchanged} ${marked.readByData}`,
  encoded: Buffer.from(marked.databasePassword).toString('base64'),
  url: `https://example.com/${encodeURIComponent(marked.quoted)}/${marked.drifted}/${marked.deferred}`,
  label: `${marked.jsonPassword} ${marked.outputNested} ${marked.replaced}`,
};

const before: Values = { password: marked.previous, config: { list: ['a', 'b', marked.inList] } };
const after: Values = {
  password: marked.databasePassword,
  pin_number: marked.number,
  code: marked.short,
  note: marked.quoted,
  object: { part: marked.wholeObject },
  config: { list: ['a', 'b', `${marked.inList}!`], inner: { deep: marked.nested } },
  credentials_json: JSON.stringify({ username: 'app', password: marked.jsonPassword }),
  text: `first line\n${marked.multiLine}\nlast line`,
};
const afterSensitive = {
  password: true,
  pin_number: true,
  code: true,
  note: true,
  object: true,
  config: { list: [false, false, true], inner: { deep: true } },
  credentials_json: true,
  text: true,
};

export const planWithSecrets: Values = planJson({
  variables: { admin: { value: marked.variable } },
  configuration: { root_module: { variables: { admin: { sensitive: true } } } },
  prior_state: {
    values: {
      root_module: {
        child_modules: [
          { resources: [{ address: 'data.x.y', mode: 'data', values: { s: marked.readByData }, sensitive_values: { s: true } }] },
        ],
      },
    },
  },
  resource_changes: [
    resourceChange({
      address: 'aws_db_instance.main',
      before,
      after,
      beforeSensitive: { password: true, config: { list: [false, false, true] } },
      afterSensitive,
    }),
    resourceChange({
      address: 'aws_x.same',
      actions: ['no-op'],
      before: { s: marked.unchanged },
      after: { s: marked.unchanged },
      beforeSensitive: { s: true },
      afterSensitive: { s: true },
    }),
    resourceChange({
      address: 'aws_x.replaced',
      actions: ['delete', 'create'],
      before: { s: marked.replaced, n: 1 },
      after: { n: 2 },
      beforeSensitive: { s: true },
      unknown: { s: true },
      replacePaths: [['n']],
    }),
    resourceChange({ address: `aws_x.repeated["${marked.databasePassword}"]`, after: repeated }),
    resourceChange({
      address: `aws_x.keys["${unmarked.inResourceKey}"]`,
      after: { map: { [unmarked.inMapKey]: 'x' } },
      inside: { importing: { id: unmarked.inImportId } },
    }),
    resourceChange({
      address: 'aws_instance.main',
      before: { user_data: 'echo', container_definitions: JSON.stringify([{ name: 'app', environment: [] }]) },
      after: { user_data: userData, container_definitions: containers },
    }),
    resourceChange({
      address: 'aws_x.unmarked',
      after: {
        master_password: unmarked.byName,
        adminPassword: unmarked.byCamelName,
        environment: [
          { variables: { DB_PASSWORD: unmarked.byEnvironmentName, ENDPOINT: `postgres://app:${unmarked.inUrl}@db/app` } },
        ],
        passphrase: unmarked.byShortValue,
        tags: { ApiToken: unmarked.inTags },
        credentials: { primary: unmarked.ancestor },
        connection_string: `Server=db;Pwd=${unmarked.connectionString};`,
        parameter: [{ name: 'rds.admin_password', value: unmarked.parameter }],
        a: unmarked.awsKeyId,
        b: unmarked.awsSecret,
        c: [unmarked.github, unmarked.githubFine, `text with ${unmarked.gitlab} in it`],
        d: { e: { f: unmarked.slack, g: unmarked.stripe } },
        h: JSON.stringify({ i: [unmarked.jwt, unmarked.google] }),
        j: `${unmarked.npm} ${unmarked.sendgrid}`,
        k: unmarked.digitalOcean,
        l: unmarked.randomBase62,
        m: unmarked.randomHex,
        n: unmarked.randomWithDashes,
      },
    }),
  ],
  resource_drift: [
    resourceChange({
      address: 'aws_x.drift',
      before: { s: marked.drifted, t: 'a' },
      after: { s: 'other', t: 'b' },
      beforeSensitive: { s: true },
    }),
  ],
  relevant_attributes: [
    { resource: 'aws_x.drift', attribute: ['s'] },
    { resource: 'aws_x.drift', attribute: ['t'] },
  ],
  deferred_changes: [
    {
      reason: 'absent_prereq',
      resource_change: resourceChange({
        address: `aws_x.later["${marked.deferred}"]`,
        after: { s: marked.deferred },
        afterSensitive: { s: true },
      }),
    },
  ],
  output_changes: {
    plain: outputChange(null, `contains ${marked.outputNested}`),
    sensitive: outputChange(null, { a: [marked.output, marked.outputNested] }, { after_sensitive: true }),
    admin_password: outputChange('old', unmarked.outputByName),
    [unmarked.inOutputName]: outputChange('a', 'b'),
  },
  checks: [failedCheck('health', `${unmarked.inCheck} did not work, nor did ${marked.variable}`)],
});
