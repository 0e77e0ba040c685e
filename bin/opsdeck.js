#!/usr/bin/env node
// Starts the command line: from the TypeScript sources in a checkout, from the compiled files in a package.
import { existsSync } from 'node:fs';

const sources = new URL('../src/cli/main.ts', import.meta.url);
const isCheckout = existsSync(sources);
// Node 20 is supported here for as long as it works; the SDK's advice to upgrade is for whoever chooses the Node.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
if (isCheckout) (await import('tsx/esm/api')).register();

const { main } = await import(isCheckout ? sources.href : new URL('../lib/cli/main.js', import.meta.url).href);
await main(process.argv.slice(2));
