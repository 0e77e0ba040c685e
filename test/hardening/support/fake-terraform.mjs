#!/usr/bin/env node
// A Terraform that knows one thing: a stack with one resource. Its state is real, and a log tells what was applied and destroyed.
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const { env, stdout } = process;
const [command, ...args] = process.argv.slice(2);
const say = (message) => stdout.write(`${JSON.stringify(message)}\n`);
const summary = (operation, add, remove) =>
  say({ '@level': 'info', type: 'change_summary', changes: { add, change: 0, remove, import: 0, operation } });

/** Of the configuration, completed by what `init` is given. */
function configuredBackend() {
  const configurations = readdirSync('.').filter((file) => file.endsWith('.tf.json'));
  const blocks = configurations.map((name) => JSON.parse(readFileSync(name, 'utf8')).terraform?.backend?.s3);
  const prefix = '-backend-config=';
  const given = args.filter((arg) => arg.startsWith(prefix)).map((arg) => arg.slice(prefix.length).split('='));
  return { ...Object.assign({}, ...blocks), ...Object.fromEntries(given) };
}

/** The emulator checks no signature, and reads from it which service is meant. */
const authorization = 'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-2/s3/aws4_request, SignedHeaders=host, Signature=none';

async function writeState(resources) {
  const { bucket, key } = JSON.parse(readFileSync('.backend.json', 'utf8'));
  const request = { method: 'PUT', headers: { authorization }, body: JSON.stringify({ version: 4, resources }) };
  const response = await fetch(`${env.AWS_ENDPOINT_URL}/${bucket}/${key}`, request);
  if (!response.ok) throw new Error(`the state could not be written: ${response.status}`);
  appendFileSync(env.TF_CROWD_LOG, `${command} ${key}\n`);
}

switch (command) {
  case 'version':
    say({ terraform_version: '1.11.4', platform: 'linux_amd64' });
    break;
  case 'init':
    writeFileSync('.backend.json', JSON.stringify(configuredBackend()));
    break;
  case 'plan':
    summary('plan', 1, 0);
    process.exitCode = 2;
    break;
  case 'show':
    say({ format_version: '1.2', terraform_version: '1.11.4', resource_changes: [] });
    break;
  case 'apply':
    await writeState([{ mode: 'managed', type: 'aws_ecs_service' }]);
    summary('apply', 1, 0);
    break;
  case 'destroy':
    await writeState([]);
    summary('destroy', 0, 1);
    break;
  case 'import':
    process.stderr.write('Error: Cannot import non-existent remote object\n');
    process.exitCode = 1;
    break;
  case 'state':
    break;
  default:
    throw new Error(`nobody taught it ${process.argv.slice(2).join(' ')}`);
}
