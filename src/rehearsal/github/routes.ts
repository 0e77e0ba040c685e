// Every operation that the GitHub double knows, and how a request finds its own.

import { accountRoutes } from './accounts.ts';
import { runRoutes } from './actions-runs.ts';
import { installationRoutes } from './app-installations.ts';
import { assigneeRoutes } from './assignees.ts';
import { checkRoutes } from './checks.ts';
import { commentRoutes } from './comments.ts';
import { commitRoutes } from './commits.ts';
import { contentRoutes } from './contents.ts';
import { deploymentRoutes } from './deployments.ts';
import { dispatchRoutes } from './dispatches.ts';
import { environmentRoutes } from './environments.ts';
import { ok, type Route } from './exchange.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { pullRoutes } from './pull-requests.ts';
import { reactionRoutes } from './reactions.ts';
import { repositoryRoutes } from './repository.ts';
import { reviewRoutes } from './reviews.ts';
import { settingRoutes } from './settings.ts';
import { statusRoutes } from './statuses.ts';
import { teamRoutes } from './teams.ts';

const rateLimitRoute: Route = {
  method: 'GET',
  path: '/rate_limit',
  needs: [],
  handle: ({ hub }) => {
    const core = hub.limiter.read();
    return ok({ resources: { core, search: core }, rate: core });
  },
};

export const routes: readonly Route[] = [
  ...repositoryRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...commentRoutes,
  ...reactionRoutes,
  ...assigneeRoutes,
  ...labelRoutes,
  ...issueRoutes,
  ...checkRoutes,
  ...statusRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...environmentRoutes,
  ...settingRoutes,
  ...runRoutes,
  ...dispatchRoutes,
  ...accountRoutes,
  ...teamRoutes,
  ...installationRoutes,
  rateLimitRoute,
];

export interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly route: Route;
  readonly matches: RegExp;
}

const patterns: readonly Pattern[] = routes.map((route) => ({ route, matches: patternOf(route.path) }));

function patternOf(path: string): RegExp {
  const source = path.replace(
    /\{(\+?)(\w+)\}/g,
    (_whole, plus: string, name: string) => `(?<${name}>${plus === '' ? '[^/]+' : '.+'})`,
  );
  return new RegExp(`^${source}$`);
}

export function findRoute(method: string, path: string): FoundRoute | undefined {
  for (const { route, matches } of patterns) {
    if (route.method !== method) continue;
    const match = matches.exec(path);
    if (match === null) continue;
    const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { route, params: Object.fromEntries(params) };
  }
  return undefined;
}
