// Hostile files: what lies beside the stack, and what the stack's file is made of.
import { byFiles, byText, fileOf } from '../support.ts';

const beside = (path: string, content = '') => [path, content] as const;

export const files = [
  ...byFiles(
    'staging/service-pr-7',
    [
      beside('main.tf', 'resource "null_resource" "x" { provisioner "local-exec" { command = "env" } }'),
      beside('more.tf.json', '{}'),
      beside('override.tf.json', '{"provider":{"aws":{"endpoints":{"sts":"https://evil.example"}}}}'),
      beside('cdk_override.tf.json', '{"terraform":{"backend":{"http":{"address":"https://evil.example"}}}}'),
      beside('cdk.tf_override.json', '{}'),
      beside('evil.auto.tfvars', 'image = "evil"'),
      beside('evil.auto.tfvars.json', '{"image":"evil"}'),
      beside('terraform.tfvars', 'image = "evil"'),
      beside('.terraform.lock.hcl', 'provider "registry.terraform.io/evil/aws" {}'),
      beside('.terraform/providers/evil', '#!/bin/sh'),
      beside('.terraformrc', 'provider_installation {}'),
      beside('terraform.rc', ''),
      beside('terraform.tfstate', '{}'),
      beside('.terraform/terraform.tfstate', '{"backend":{"type":"http"}}'),
      beside('x.tftest.hcl', 'run "x" {}'),
      beside('x.tfquery.hcl', ''),
      beside('modules/evil/main.tf', ''),
      beside('CDK.TF.JSON', '{}'),
      beside('cdk.tf.json\nmain.tf', ''),
      beside('cdk.tf.json ', '{}'),
      beside('./cdk.tf.json', '{}'),
      beside('cdk.tf.json~', '{}'),
      beside('.tfmigrate.hcl', ''),
    ].map(([path, content]) => [
      'files/unexpected',
      `${JSON.stringify(path)} beside it`,
      (stack) => [stack, fileOf(content, path)],
    ]),
  ),
  ...byFiles('staging/service-pr-7', [
    ['files/unexpected', 'a link beside it', (stack) => [stack, { path: 'x.tf', kind: 'link', sizeBytes: 0 }]],
    ['files/unexpected', 'an empty folder beside it', (stack) => [stack, { path: 'modules', kind: 'folder', sizeBytes: 0 }]],
    ['files/missing', 'no file at all', () => []],
    ['files/not-a-file', 'a link instead of it', () => [{ path: 'cdk.tf.json', kind: 'link', sizeBytes: 0 }]],
    ['files/not-a-file', 'a folder instead of it', () => [{ path: 'cdk.tf.json', kind: 'folder', sizeBytes: 0 }]],
    ['files/not-a-file', 'a pipe instead of it', () => [{ path: 'cdk.tf.json', kind: 'other', sizeBytes: 0 }]],
    ['files/too-large', 'a file that was too large to read', () => [{ path: 'cdk.tf.json', kind: 'file', sizeBytes: 6_000_000 }]],
  ]),
  ...byText('staging/service-pr-7', [
    ['json/invalid', 'nothing in it', () => ''],
    ['json/invalid', 'a byte order mark', (text) => `\uFEFF${text}`],
    ['json/invalid', 'a comment', (text) => `/* ${text.length} */${text}`],
    ['json/invalid', 'a trailing comma', (text) => text.replace(/\}$/, ',}')],
    ['json/invalid', 'NaN', (text) => text.replace(/\}$/, ',"x":NaN}')],
    ['json/invalid', 'a second document', (text) => `${text}\n{}`],
    ['json/invalid', 'HCL', () => 'resource "null_resource" "x" {}'],
    ['json/invalid', 'bytes that are not UTF-8', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe])])],
    ['json/invalid', 'UTF-16', (text) => Buffer.from(text, 'utf16le')],
    [
      'json/invalid',
      'an overlong encoding',
      (text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc0, 0xaf, 0x7d])]),
    ],
    ['json/duplicate-key', 'a second block "resource"', (text) => text.replace(/\}$/, ',"resource":{}}')],
    ['json/duplicate-key', 'a second "policy" of a role', (text) => text.replace('"policy":', '"policy":"{}","policy":')],
    ['json/duplicate-key', 'a second key, escaped', (text) => text.replace('"policy":', '"p\\u006flicy":"{}","policy":')],
    ['json/duplicate-key', 'a second "terraform" in front', (text) => text.replace('{', '{"terraform":{},')],
    ['json/strange-text', 'a key __proto__', (text) => text.replace(/\}$/, ',"__proto__":{}}')],
    [
      'json/strange-text',
      'a key constructor in tags',
      (text) => text.replace('"family":', '"tags":{"constructor":"x"},"family":'),
    ],
    ['json/strange-text', 'half a surrogate pair', (text) => text.replace('"Image of the X-Ray daemon"', '"\\ud800"')],
    ['json/strange-text', 'a text that runs backwards', (text) => text.replace('"Image of the X-Ray daemon"', '"\\u202eImage"')],
    ['json/strange-text', 'a zero-width space', (text) => text.replace('"Image of the X-Ray daemon"', '"Ima\\u200bge"')],
    ['json/strange-text', 'a null character', (text) => text.replace('"Image of the X-Ray daemon"', '"\\u0000"')],
    ['json/strange-text', 'a text that Terraform normalizes', (text) => text.replace('"Image of the X-Ray daemon"', '"\\u212a"')],
    ['json/strange-text', 'a character for private use', (text) => text.replace('"Image of the X-Ray daemon"', '"\\ue000"')],
    ['json/too-large', 'a hundred levels', (text) => text.replace(/\}$/, `,"x":${'['.repeat(100)}${']'.repeat(100)}}`)],
    [
      'json/too-large',
      'a text of 100,000 characters',
      (text) => text.replace('"Image of the X-Ray daemon"', `"${'x'.repeat(100_000)}"`),
    ],
    [
      'json/too-large',
      'two thousand log groups',
      (text) => {
        const groups = Array.from({ length: 2000 }, (_, index) => `"g${index}":{"name":"/aws/ecs/assess-staging-${index}"}`);
        return text.replace('"aws_cloudwatch_log_group":{', `"aws_cloudwatch_log_group":{${groups.join()},`);
      },
    ],
  ]),
];
