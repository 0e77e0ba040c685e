// Secrets of the kinds that plans are full of, each planted where secrets have been seen, in what Terraform says of three stacks.
import { failedCheck, outputChange, planJson, resourceChange } from '../../actions/plan/support/plan-json.ts';
import { opaque } from './opaque.ts';
import { type Answers, warning } from './terraform.ts';

/** Nothing but Terraform's marks tells that these are secret: words with a number, as people choose them. */
const marked = {
  attribute: 'Walrus-Bassoon-31',
  atDepth: 'Quokka-Lantern-17',
  inList: 'Magpie-Trombone-58',
  inWholeObject: 'Badger-Harpsichord-44',
  inWholeList: 'Ferret-Mandolin-90',
  prior: 'Heron-Accordion-12',
  ofDeleted: 'Otter-Clarinet-73',
  ofReplaced: 'Puffin-Xylophone-26',
  ofUnchanged: 'Stoat-Glockenspiel-65',
  readByData: 'Lemur-Saxophone-39',
  driftBefore: 'Gecko-Dulcimer-84',
  driftAfter: 'Marmot-Bagpipe-21',
  deferred: 'Ocelot-Marimba-57',
  output: 'Newt-Ukulele-68-tuned',
  inOutput: 'Tapir-Kazoo-92-broken',
  variable: 'Vicuna-Theremin-35',
  number: '918273645546372819',
  oneLineOfMany: 'Wombat Concertina 46 plays',
  quoted: 'Jackal "Zither" \\ 77 & more',
  json: 'Caiman-Ocarina-63',
  inKeyOfMany: 'Lynx-Balalaika-14',
  inMovedAddress: 'Dingo-Vibraphone-88',
  inModuleKey: 'Ibis-Cimbalom-52',
  inMapKey: 'Toucan-Melodica-29',
  inImportId: 'Coati-Harmonium-41',
  inCheck: 'Civet-Carillon-96',
  inCommand: 'Gnu-Piccolo-19-solo',
  inUrl: 'Shrew/Tuba 71+choir',
  ofTerraformOutput: 'Kudu-Sousaphone-83',
} as const;

/** No mark tells of these: a name in front, a shape that only secrets have, or how random they are. */
const unmarked = {
  byName: 'parsnip-turnip-radish-1',
  byCamelCase: 'parsnip-celery-fennel-2',
  byEnvironment: 'shallot-chicory-endive-3',
  byNameBeside: 'kohlrabi-leek-sorrel-4',
  inNestedJson: 'rhubarb-salsify-cress-5',
  inThirdJson: 'okra-pumpkin-squash-6',
  inScript: 'artichoke-beet-carrot-7',
  inFlag: 'cabbage-spinach-kale-8',
  inYaml: 'lettuce-tomatillo-yam-9',
  inXml: 'cassava-daikon-jicama-10',
  inIni: 'pepper-garlic-onion-11',
  inJdbc: 'lentil-chickpea-bean-12',
  inAdoNet: 'barley-millet-quinoa-13',
  inUserInfo: 'sorghum-teff-amaranth-14',
  inQuery: 'mustard-nettle-dill-15',
  inTag: 'parsley-thyme-sage-16',
  outputByName: 'oregano-basil-mint-17',
  awsKeyId: opaque.awsKeyId(1),
  awsSecretKey: opaque.base64(2, 40),
  githubToken: opaque.github(3),
  gitlabToken: opaque.gitlab(4),
  slackToken: opaque.slack(5),
  slackWebhook: opaque.letters(6, 24),
  stripeKey: opaque.stripe(7),
  jwt: opaque.jwt(8),
  privateKey: opaque.base64(9, 64),
  escapedPrivateKey: opaque.base64(10, 64),
  passwordHash: opaque.letters(11, 53),
  dockerAuth: opaque.base64(12, 32),
  randomWord: opaque.letters(13, 40),
  randomHex: opaque.hex(14, 64),
  cutInTheMiddle: opaque.letters(15, 60),
  inKeyOfMany: opaque.github(16),
  inOutputName: opaque.gitlab(17),
  inWarning: opaque.slack(18),
  onStandardError: opaque.jwt(19),
  encodedScript: Buffer.from('#!/bin/sh\nlogin --user app --password "asparagus spinach"\n').toString('base64'),
} as const;

export const planted: readonly string[] = [...Object.values(marked), ...Object.values(unmarked)];

const pem = (body: string, newline: string): string =>
  ['-----BEGIN PRI', 'VATE KEY-----', newline, body, newline, '-----END PRI', 'VATE KEY-----'].join('');

const script = `#!/bin/bash
export API_TOKEN="${unmarked.inScript}"
mysql --user app --password ${unmarked.inFlag} < schema.sql
echo ${marked.inCommand} | login --stdin
cat > /etc/app.yaml <<END
database:
  password: ${unmarked.inYaml}
END
cat > /etc/app.xml <<END
  <clientSecret>${unmarked.inXml}</clientSecret>
END
cat > /etc/app.ini <<END
secret_key = ${unmarked.inIni}
END
${pem(unmarked.privateKey, '\n')}
`;

const containers = JSON.stringify([
  {
    name: 'app',
    environment: [
      { name: 'DB_PASSWORD', value: unmarked.byNameBeside },
      { name: 'SETTINGS', value: JSON.stringify({ mail: { smtpPassword: unmarked.inNestedJson } }) },
      { name: 'LAYERS', value: JSON.stringify({ inner: JSON.stringify({ clientSecret: unmarked.inThirdJson }) }) },
      { name: 'GREETING', value: marked.attribute },
    ],
  },
]);

const database = resourceChange({
  address: 'aws_rds_cluster.main',
  before: { master_password: marked.prior, port: 5432 },
  after: {
    master_password: marked.attribute,
    port: 5433,
    settings: { levels: [{ deep: marked.atDepth }, { list: ['one', marked.inList] }] },
    whole_object: { first: { second: marked.inWholeObject } },
    whole_list: [marked.inWholeList],
    pin: Number(marked.number.slice(0, 15)),
    text: `first line\n    ${marked.oneLineOfMany}\nlast line`,
    quoted: marked.quoted,
    document: JSON.stringify({ user: 'app', phrase: marked.json }),
    keys: [marked.inKeyOfMany, marked.inMovedAddress, marked.inModuleKey, marked.inMapKey, marked.inImportId],
    words: { check: marked.inCheck, command: marked.inCommand, url: marked.inUrl, number: marked.number },
  },
  beforeSensitive: { master_password: true },
  afterSensitive: {
    master_password: true,
    settings: { levels: [{ deep: true }, { list: [false, true] }] },
    whole_object: true,
    whole_list: true,
    pin: true,
    text: true,
    quoted: true,
    document: true,
    keys: true,
    words: { check: true, command: true, url: true, number: true },
  },
});

/** Each marked one, once more where no mark covers it. */
const echoes = resourceChange({
  address: `aws_ssm_parameter.echo["${marked.inKeyOfMany}"]`,
  after: {
    plain: `${marked.atDepth} and ${marked.inList}, ${marked.prior}`,
    list: [marked.ofUnchanged, `(${marked.ofDeleted})`, [marked.ofReplaced]],
    json: JSON.stringify({ text: marked.quoted, more: [marked.inWholeObject, marked.json], n: marked.number }),
    script: `run ${marked.oneLineOfMany}\n  ${marked.variable}\n${marked.readByData}`,
    url: `https://example.com/a?b=${encodeURIComponent(marked.inUrl)}&c=${marked.driftBefore}`,
    encoded: Buffer.from(marked.attribute).toString('base64'),
    mixed: `${marked.inWholeList}|${marked.driftAfter}|${marked.deferred}|${marked.output}|${marked.inOutput}`,
    map: { [marked.inMapKey]: 'x' },
  },
  inside: { importing: { id: marked.inImportId } },
});

const others = [
  resourceChange({
    address: 'aws_secretsmanager_secret_version.old',
    before: { secret_string: marked.ofDeleted },
    beforeSensitive: { secret_string: true },
  }),
  resourceChange({
    address: 'aws_elasticache_user.main',
    actions: ['delete', 'create'],
    before: { passphrases: [marked.ofReplaced], name: 'a' },
    after: { name: 'b' },
    beforeSensitive: { passphrases: [true] },
    unknown: { passphrases: true },
    replacePaths: [['name'], ['map', marked.inMapKey]],
  }),
  resourceChange({
    address: 'aws_db_instance.same',
    actions: ['no-op'],
    before: { phrase: marked.ofUnchanged },
    after: { phrase: marked.ofUnchanged },
    beforeSensitive: { phrase: true },
    afterSensitive: { phrase: true },
  }),
  resourceChange({
    address: `module.site["${marked.inModuleKey}"].aws_sqs_queue.main`,
    actions: ['no-op'],
    before: { name: 'q' },
    after: { name: 'q' },
    around: {
      module_address: `module.site["${marked.inModuleKey}"]`,
      previous_address: `aws_sqs_queue.old["${marked.inMovedAddress}"]`,
    },
  }),
  resourceChange({
    address: 'aws_ecs_task_definition.app',
    before: { container_definitions: '[]' },
    after: { container_definitions: containers },
  }),
  resourceChange({ address: 'aws_launch_template.app', before: { user_data: '#!/bin/bash' }, after: { user_data: script } }),
];

const unmarkedOnes = resourceChange({
  address: `aws_lambda_function.app["${unmarked.inKeyOfMany}"]`,
  after: {
    password: unmarked.byName,
    adminPassword: unmarked.byCamelCase,
    environment: [{ variables: { PAYMENT_SECRET: unmarked.byEnvironment } }],
    jdbc: `jdbc:postgresql://db.internal:5432/app?user=app&password=${unmarked.inJdbc}&ssl=true`,
    ado: `Server=db;Database=app;User Id=app;Password=${unmarked.inAdoNet};Encrypt=true`,
    origin: `amqps://app:${unmarked.inUserInfo}@broker.internal:5671`,
    hook: `https://example.com/hook?access_token=${unmarked.inQuery}&x=1`,
    tags: { DeployToken: unmarked.inTag },
    a: [unmarked.awsKeyId, unmarked.awsSecretKey],
    b: `uses ${unmarked.githubToken} in the middle`,
    c: JSON.stringify([unmarked.gitlabToken, { d: unmarked.slackToken }]),
    e: `https://hooks.slack.com/services/T00000000/B00000000/${unmarked.slackWebhook}`,
    f: unmarked.stripeKey,
    g: `authorized by ${unmarked.jwt}`,
    h: JSON.stringify({ pem: pem(unmarked.escapedPrivateKey, '\n') }),
    i: `app:$2y$10$${unmarked.passwordHash}`,
    j: JSON.stringify({ auths: { 'ghcr.io': { auth: unmarked.dockerAuth } } }),
    k: unmarked.randomWord,
    l: unmarked.randomHex,
    user_data_base64: unmarked.encodedScript,
    m: `${'lorem ipsum '.repeat(165)}${unmarked.cutInTheMiddle}${' dolor sit'.repeat(400)}`,
  },
});

const service = planJson({
  variables: { motto: { value: marked.variable } },
  configuration: { root_module: { variables: { motto: { sensitive: true } } } },
  prior_state: {
    values: {
      root_module: {
        resources: [
          {
            address: 'data.aws_ssm_parameter.seed',
            mode: 'data',
            values: { value: marked.readByData },
            sensitive_values: { value: true },
          },
        ],
      },
    },
  },
  resource_changes: [database, echoes, ...others],
  output_changes: {
    endpoint: outputChange(null, `at ${marked.inOutput}`),
    bundle: outputChange(null, { parts: [marked.output, { more: marked.inOutput }] }, { after_sensitive: true }),
  },
  deferred_changes: [
    {
      reason: 'resource_config_unknown',
      resource_change: resourceChange({
        address: `aws_sns_topic.later["${marked.deferred}"]`,
        after: { phrase: marked.deferred },
        afterSensitive: { phrase: true },
      }),
    },
  ],
  checks: [failedCheck('health', `"${marked.inCheck}" was not accepted, nor was ${marked.variable}`)],
});

const platform = planJson({
  resource_drift: [
    resourceChange({
      address: 'aws_elasticache_replication_group.main',
      before: { phrase: marked.driftBefore, size: 1 },
      after: { phrase: marked.driftAfter, size: 2 },
      beforeSensitive: { phrase: true },
      afterSensitive: { phrase: true },
    }),
  ],
});

const preview = planJson({
  resource_changes: [unmarkedOnes],
  output_changes: {
    admin_password: outputChange('old', unmarked.outputByName),
    [unmarked.inOutputName]: outputChange('a', 'b'),
  },
});

/** The platform stays as it is, so that the preview is a shared one. */
export const answersWithSecrets: Answers = {
  'host/stacks/platform': { plan: platform },
  'host/stacks/service': {
    plan: service,
    outputs: { admin: { value: { phrase: marked.ofTerraformOutput }, sensitive: true, type: 'dynamic' } },
    events: [warning({ summary: 'Deprecated attribute', detail: `The value ${unmarked.inWarning} is of the old kind.` })],
    stderr: `provider: debug: sent ${unmarked.onStandardError}\n`,
  },
  'shared/stacks/service-pr-1': { plan: preview },
};

const said = {
  ofWarning: opaque.github(31),
  ofSummary: 'endive-radicchio-chard-31',
  ofDetail: 'broccoli-okra-turnip-32',
  ofPrivateKey: opaque.base64(32, 64),
  ofAnotherError: opaque.gitlab(33),
  onStandardError: opaque.slack(34),
} as const;

export const saidInErrors: readonly string[] = Object.values(said);

/** Providers quote what they were given, and services what they were sent. */
export const failingWithSecrets: Answers = {
  'host/stacks/service': {
    plan: planJson(),
    events: [warning({ summary: `Deprecated token ${said.ofWarning}`, detail: '' })],
    errors: [
      {
        summary: `cannot connect to amqps://app:${said.ofSummary}@broker.internal:5671`,
        detail: `sent {"username": "app", "password": "${said.ofDetail}"}\n${pem(said.ofPrivateKey, '\n')}`,
        address: 'aws_mq_broker.main',
      },
      { summary: 'invalid value', detail: `${said.ofAnotherError} is not a name` },
    ],
    stderr: `Error: request refused\n\ntoken ${said.onStandardError}\n`,
  },
};
