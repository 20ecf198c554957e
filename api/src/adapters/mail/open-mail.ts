// The mail server that the host has set up. Errors carry neither addresses nor what was written.
import { createTransport } from 'nodemailer';

export interface MailConfig {
  /** smtp: or smtps:, with the login. Never shown. */
  smtpUrl: string;
  /** The address that all mail is from. */
  from: string;
}

export interface Mail {
  /** The same for the same mail, so that a repeat can be known for one. */
  id: string;
  fromName: string;
  replyTo: string | null;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** isFinal: refused for good. isServer: the server could not be spoken to, which says nothing about the mail. */
export class MailFailure extends Error {
  readonly isFinal: boolean;
  readonly isServer: boolean;

  constructor({ code, responseCode }: { code?: string; responseCode?: number }) {
    super(`The mail was not sent: ${responseCode ?? code ?? 'no answer'}.`);
    this.isServer = responseCode === undefined || code === 'EAUTH';
    this.isFinal = !this.isServer && Number(responseCode) >= 500;
  }
}

export interface MailGateway {
  /** Resolves once the server has taken it. */
  send(mail: Mail): Promise<void>;
}

export function openMail({ smtpUrl, from }: MailConfig): MailGateway {
  const { hostname, password } = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A password goes to another machine encrypted or not at all.
    requireTLS: password !== '' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@').at(-1) ?? 'localhost';
  return {
    async send({ id, fromName, replyTo, to, subject, text }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from: { name: fromName, address: from },
          ...(replyTo && { replyTo }),
          to,
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw new MailFailure(error as { code?: string; responseCode?: number });
      }
    },
  };
}
