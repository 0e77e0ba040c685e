// Whether the drill may be played here and now: what the configuration says, what people hold, what FIS was given.

import { decideObstacle } from '../../environment/hold.ts';
import { decideCalendar, decideLateness } from '../calendar.ts';
import { planDigest } from '../plan-digest.ts';
import { bad, type Check, type Look, lookAt, ok, unknown } from './check.ts';
import { drillSeconds, type PreflightFacts } from './facts.ts';

const minutes = (seconds: number) => Math.ceil(seconds / 60);

/** Until all should be well again. */
function wholeSeconds({ drill }: PreflightFacts): number {
  return drillSeconds(drill) + drill.recoverySeconds;
}

export const permissionChecks: readonly Check[] = [
  {
    id: 'environment',
    title: 'Environment of game days',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ config, environment }) =>
      config.environments.includes(environment)
        ? ok(`${environment} is one`)
        : bad(`${environment} is none: the configuration names ${config.environments.join(', ') || 'nothing'}`),
  },
  {
    id: 'calendar',
    title: 'Calendar',
    bad: 'refuse',
    unknown: 'refuse',
    look: (facts) => {
      const to = new Date(facts.now.getTime() + wholeSeconds(facts) * 1000);
      const obstacle = decideCalendar(facts.config, { from: facts.now, to });
      return obstacle === undefined ? ok('neither an exam nor outside of opening hours') : bad(obstacle);
    },
  },
  {
    id: 'punctual',
    title: 'Start',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ request, now, config }) => {
      const late = decideLateness(request.scheduledFor, now, config);
      return late === undefined
        ? ok('not later than it may be')
        : bad(`${late} minutes after its time; at most ${config.latestStartMinutes} are allowed`);
    },
  },
  {
    id: 'hold',
    title: 'Nobody holds the environment',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ hold, now, environment }) =>
      lookAt(hold, (found) => {
        // Also the own hold of who asks: it was taken to keep the environment as it is.
        const obstacle = decideObstacle(found, undefined, now);
        if (obstacle === undefined) return ok('nobody does');
        if (obstacle.kind === 'unreadable') return bad(`the hold of ${environment} cannot be read`);
        return bad(`${obstacle.hold.by} does until ${obstacle.hold.expiresAt}: ${obstacle.hold.reason}`);
      }),
  },
  {
    id: 'zone',
    title: 'Zone',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ drill, zone, request, scene, environment }) => {
      if (!drill.isZonal) return ok('the drill hits none');
      if (zone !== undefined) return ok(zone);
      return bad(`${environment} has no zone ${request.zone ?? ''}; it has ${scene.zones.join(', ') || 'none'}`);
    },
  },
  {
    id: 'runner',
    title: 'This job is elsewhere',
    bad: 'refuse',
    unknown: 'tell',
    look: ({ runnerZone, zone }) =>
      runnerZone !== undefined && runnerZone === zone
        ? bad(`it runs in ${zone}, which is to be cut off`)
        : ok(runnerZone ?? 'it does not run in AWS, as far as it says'),
  },
  { id: 'template', title: 'Experiment template', bad: 'refuse', unknown: 'refuse', look: lookAtTemplate },
  {
    id: 'lever',
    title: 'Safety lever',
    bad: 'refuse',
    unknown: 'tell',
    look: ({ lever }) =>
      lookAt(lever, (state) => {
        if (state === 'engaged') return bad('it is engaged: no experiment may start in this account and region');
        return state === 'disengaged' ? ok('disengaged') : unknown('AWS does not tell how it stands');
      }),
  },
  {
    id: 'credentials',
    title: 'Credentials',
    bad: 'refuse',
    unknown: 'tell',
    look: (facts) => {
      const { credentialsExpireAt: expireAt, now, credentialReserveSeconds } = facts;
      if (expireAt === undefined) return unknown('nobody says until when they are good; when they expire, the next run finishes');
      const leftSeconds = (expireAt.getTime() - now.getTime()) / 1000;
      const needed = wholeSeconds(facts) + credentialReserveSeconds;
      const words = `good for ${minutes(leftSeconds)} minutes; the drill may need ${minutes(needed)}`;
      return leftSeconds < needed ? bad(words) : ok(words);
    },
  },
];

function lookAtTemplate({ templates, drill, zone, request, environment }: PreflightFacts): Look {
  return lookAt(templates, (found) => {
    const [template, another] = found;
    if (!template) return bad(`there is none of ${drill.id}${zone === undefined ? '' : ` and ${zone}`}: deploy the platform`);
    if (another) return bad(`there are several: ${found.map(({ id }) => id).join(', ')}`);
    if (template.stopAlarmArns.length === 0) return bad(`${template.id} has no alarm that would stop it`);
    const digest = planDigest({ environment, drill: drill.id, zone, template });
    const isPlanned = request.plan === undefined || digest.startsWith(request.plan);
    return isPlanned
      ? ok(`${template.id}, changed last at ${template.lastUpdatedAt}`)
      : bad('it is not what was planned: plan again');
  });
}
