// Implements the Pager port with SNS: a page that SNS would refuse for its form is put into form, not lost.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Page, Pager } from '../../ports/pager.ts';
import { asking } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { persistent } from './persistent.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const limits = { subjectCharacters: 100, messageBytes: 256 * 1024 } as const;

/** @throws a `Failure` (`aws/...`) when AWS refuses to pass it on */
export function openPager(config: AwsClientConfig): Pager {
  const client = new SNSClient({ ...config, ...persistent });
  return {
    page: async ({ topicArn, ...page }) => {
      const request = new PublishCommand({ TopicArn: topicArn, Subject: subjectOf(page), Message: messageOf(page) });
      await asking({ what: `page by ${topicArn}`, permission: 'sns:Publish' }, () => client.send(request));
    },
  };
}

/** ASCII in one line, which begins with a letter, a digit or a punctuation mark. */
function subjectOf({ subject }: Pick<Page, 'subject'>): string {
  const inOneLine = subject.replace(/\s+/g, ' ').trim();
  return inOneLine.replace(/[^\x20-\x7e]/g, '?').slice(0, limits.subjectCharacters) || '(no subject)';
}

/** What is cut in the middle of a character loses that character. */
function messageOf({ text }: Pick<Page, 'text'>): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= limits.messageBytes) return text || '(no text)';
  return new TextDecoder().decode(bytes.subarray(0, limits.messageBytes - 3)).replace(/\uFFFD+$/, '');
}
