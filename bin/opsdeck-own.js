#!/usr/bin/env node
// Bundles the actions with a repository's own commands, KPIs, drills and runbooks: `opsdeck-own ops/own.ts`; projen runs it.
await import('../lib/projen/write-own.js');
