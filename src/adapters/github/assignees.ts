// Implements the Assignees port.
import type { Assignees } from '../../ports/assignees.ts';
import { type Client, repeatable } from './client.ts';

export function openAssignees({ rest, repository }: Client): Assignees {
  return {
    add: async (issue, login) => {
      const target = { ...repository, issue_number: issue };
      const { data } = await rest.issues.addAssignees({ ...target, assignees: [login], request: repeatable });
      return data.assignees?.some((assignee) => assignee.login.toLowerCase() === login.toLowerCase()) ?? false;
    },
  };
}
