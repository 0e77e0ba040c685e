// Lets a comment's commands pass or refuses them: asks GitHub who wrote it and what it is about, and always answers.
import type { Command, CommandDefinition } from '../../define/command.ts';
import { isFailure } from '../../define/failure.ts';
import type { PullRequest } from '../../ports/pull-requests.ts';
import { attempt } from '../comment/attempt.ts';
import { escapeText, inlineCode } from '../comment/text.ts';
import { answerOf } from './answers.ts';
import { allPolicyNames, decideAuthorization, type Person, teamsToAsk } from './authorize.ts';
import { type ChatOpsConfig, parseConfig } from './config.ts';
import type { CommandComment } from './event.ts';
import { parseComment } from './language/parse-comment.ts';
import { renderCommand } from './language/render-command.ts';
import { type Leg, legOf } from './legs.ts';
import { type CommitReview, decidePin, type Pin } from './pin.ts';
import { refusePlace } from './place.ts';
import { renderProblems, renderRefusals } from './replies.ts';
import type { GateWorld } from './world.ts';

export type GateOutcome =
  | { readonly kind: 'ignored' }
  /** @param because one line each, as it was replied */
  | { readonly kind: 'refused'; readonly because: readonly string[] }
  | { readonly kind: 'answered' }
  | { readonly kind: 'accepted'; readonly legs: readonly Leg[] };

interface Asked {
  readonly command: Command;
  readonly definition: CommandDefinition;
}

/** Every command is decided upon before any is started. */
export async function passComment(all: GateWorld, comment: CommandComment): Promise<GateOutcome> {
  const world = { ...all, commands: offeredCommands(all) };
  const parsed = parseComment(comment.body, all.commands);
  if (parsed.kind === 'none') return { kind: 'ignored' };
  const { role, customRole } = await world.collaborators.roleOf(comment.author);
  await world.reactions.add(comment.id, 'eyes');
  if (parsed.kind === 'refused') return refuse(world, comment, renderProblems(parsed.problems));
  const asked = parsed.commands.map((command): Asked => ({ command, definition: definitionOf(all, command) }));
  try {
    // Also of commands that are not offered here: a rule for one of these is no mistake.
    const config = parseConfig(await world.readConfig(), allPolicyNames(all.commands));
    const teams = await gatherTeams(world, comment.author, teamsToAsk(asked, config));
    return await decide(world, comment, asked, { login: comment.author, role, teams, ...(customRole && { customRole }) }, config);
  } catch (error) {
    // Nobody should have to guess after the eyes; the run fails all the same. There may be a reply already.
    const why = isFailure(error) ? `${error.message} ${error.next}` : 'This is a bug in opsdeck: see the log of the run.';
    const again = { ...world, settings: { ...world.settings, isFirstAttempt: false } };
    await refuse(again, comment, [escapeText(why)]).catch(() => undefined);
    throw error;
  }
}

/** Without the job of `runbook run`, nobody needs `runbook list` either. */
function offeredCommands({ commands, settings }: GateWorld): readonly CommandDefinition[] {
  const subjectOf = ({ name }: CommandDefinition) => name.split(' ', 1)[0];
  const absent = commands.filter(({ job }) => settings.absentJobs.includes(job)).map(subjectOf);
  return commands.filter((command) => !absent.includes(subjectOf(command)));
}

async function decide(
  world: GateWorld,
  comment: CommandComment,
  asked: readonly Asked[],
  person: Person,
  config: ChatOpsConfig,
): Promise<GateOutcome> {
  const unauthorized = asked.flatMap(({ command, definition }) => decideAuthorization(command, definition, person, config) ?? []);
  const elsewhere = asked.flatMap((one) => refuseElsewhere(one, comment, world) ?? []);
  const impossible = unauthorized.length > 0 ? unauthorized : elsewhere;
  if (impossible.length > 0) return refuse(world, comment, renderRefusals(impossible));
  const started = asked.filter(({ definition }) => definition.job !== 'reply');
  const pinned = await pinAll(world, comment, started, person);
  const refusals = pinned.flatMap(({ pin }) => (pin.kind === 'refused' ? pin.because : []));
  if (refusals.length > 0) return refuse(world, comment, renderRefusals(refusals));
  await answer(world, comment, asked);
  if (started.length === 0) {
    await world.reactions.add(comment.id, '+1');
    return { kind: 'answered' };
  }
  await world.reactions.add(comment.id, 'rocket');
  await assign(world, comment, asked);
  const legs = pinned.flatMap(({ pin, command, definition }, at): Leg[] => {
    if (pin.kind === 'refused') return [];
    const text = renderCommand(command, definition);
    return [legOf({ comment, command, definition, text, index: at + 1, of: pinned.length, pin })];
  });
  return { kind: 'accepted', legs };
}

function refuseElsewhere(
  { command, definition }: Asked,
  { place }: CommandComment,
  { commands, settings }: GateWorld,
): string | undefined {
  if (!commands.includes(definition)) {
    return `${inlineCode(`/${definition.name}`)} is not set up in this repository: no workflow of it performs that.`;
  }
  const misplaced = refusePlace(definition, place, settings.author);
  if (misplaced !== undefined) return misplaced;
  const { environment } = settings;
  const wanted = command.arguments.environment ?? environment;
  // There is Terraform JSON of one environment only.
  if (!definition.needsTerraformJson || wanted === environment) return undefined;
  return `Pull requests are planned against ${inlineCode(environment)} only.`;
}

async function pinAll(world: GateWorld, comment: CommandComment, asked: readonly Asked[], { role, login }: Person) {
  // Of an issue there is no commit, and nothing that could have been pushed meanwhile.
  const unpinned: Pin = { kind: 'pinned' };
  if (comment.place.kind === 'issue') return asked.map((one) => ({ ...one, pin: unpinned }));
  if (asked.length === 0) return [];
  const pullRequest = await world.pullRequests.get(comment.issue);
  const runs = asked.some(({ definition }) => definition.needsTerraformJson) ? await gatherRuns(world, pullRequest) : [];
  const reviews = pullRequest?.isFork ? await gatherReviews(world, comment.issue) : [];
  const { createdAt } = comment;
  return asked.map(({ command, definition }) => {
    const pin = decidePin({ command, definition, role, author: login, createdAt, pullRequest, runs, reviews });
    return { command, definition, pin };
  });
}

async function gatherRuns({ workflowRuns, settings }: GateWorld, pullRequest: PullRequest | undefined) {
  if (pullRequest === undefined) return [];
  const { workflowFile } = settings;
  const runs = await workflowRuns.latestOfBranch({ workflowFile, branch: pullRequest.headRef, event: 'pull_request' });
  return runs.map(({ status, ...run }) => ({ ...run, isCompleted: status === 'completed' }));
}

/** Opinions only: see the port. */
async function gatherReviews({ pullRequests }: GateWorld, number: number): Promise<readonly CommitReview[]> {
  const reviews = await pullRequests.reviews(number);
  return reviews
    .filter(({ state }) => state !== 'commented')
    .map(({ login, state, commitSha }) => ({ author: login, isApproval: state === 'approved', commitSha }));
}

async function gatherTeams({ collaborators, settings }: GateWorld, login: string, teams: readonly string[]) {
  const memberships = await Promise.all(
    teams.map(async (team) => ((await collaborators.isInTeam(settings.organization, team, login)) ? [team] : [])),
  );
  return memberships.flat();
}

async function answer(world: GateWorld, comment: CommandComment, asked: readonly Asked[]): Promise<void> {
  const texts = asked.filter(({ definition }) => definition.job === 'reply').map(({ command }) => answerOf(world, command));
  if (texts.length > 0) await reply(world, comment, texts.join('\n\n'));
}

/** A name on the issue is what others look for first; the command is done all the same. */
async function assign(world: GateWorld, { issue, author }: CommandComment, asked: readonly Asked[]): Promise<void> {
  if (!asked.some(({ definition }) => definition.assigns)) return;
  const isAssigned = await attempt(world, `assign #${issue} to ${author}`, () => world.assignees.add(issue, author));
  if (isAssigned === false) world.progress.warning(`GitHub does not assign #${issue} to ${author}: that person may not be.`);
}

async function refuse(world: GateWorld, comment: CommandComment, because: readonly string[]): Promise<GateOutcome> {
  await Promise.all([world.reactions.add(comment.id, 'confused'), reply(world, comment, because.join('\n'))]);
  return { kind: 'refused', because };
}

async function reply({ replies, settings }: GateWorld, { issue, id }: CommandComment, body: string): Promise<void> {
  await replies.reply(issue, id, body, { isFirst: settings.isFirstAttempt });
}

function definitionOf({ commands }: GateWorld, { name }: Command): CommandDefinition {
  const found = commands.find((definition) => definition.name === name);
  if (found === undefined) throw new Error(`the parser knows a command that nobody defined: ${name}`);
  return found;
}
