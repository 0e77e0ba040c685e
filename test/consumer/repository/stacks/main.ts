// Writes the stack of the shop for whatever the workflow asks for.
import { synthesizeOwn } from 'opsdeck/stacks';
import { Orders } from './orders.ts';

synthesizeOwn({
  stack: (app, settings) => void new Orders(app, settings),
  environment: process.env.ENVIRONMENT ?? 'staging',
  region: process.env.AWS_REGION ?? 'eu-west-2',
  pullRequest: process.env.PULL_REQUEST,
});
