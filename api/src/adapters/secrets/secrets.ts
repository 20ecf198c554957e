// Seals short secrets (IBANs, webhook secrets) for the database with AES-256-GCM, and opens them again. What a secret is
// about is sealed along: moved to another row it does not open.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export const keyBytes = 32;

// The sealed bytes: version, key id, nonce, text, tag.
const version = 1;
const [idAt, nonceAt, textAt, tagLength] = [1, 5, 17, 16];

export class SecretError extends Error {}

export class Secrets {
  readonly #key: Buffer;
  readonly #id: Buffer;

  constructor(key: Buffer) {
    if (key.length !== keyBytes) throw new SecretError(`A key has ${keyBytes} bytes.`);
    this.#key = key;
    this.#id = createHash('sha256').update('spotter key id').update(key).digest().subarray(0, 4);
  }

  /** Tells keys apart and says nothing about them. */
  get keyId(): string {
    return this.#id.toString('hex');
  }

  /** `about` says where it belongs, as `table.column:gym:row`; opening takes the same. */
  seal(text: string, about: string): Buffer {
    const nonce = randomBytes(textAt - nonceAt);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(about));
    const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(version), this.#id, nonce, hidden, cipher.getAuthTag()]);
  }

  open(sealed: Uint8Array, about: string): string {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== version || bytes.length < textAt + tagLength) throw new SecretError(`${about} is not sealed.`);
    if (keyIdOf(bytes) !== this.keyId) throw new SecretError(`${about} was sealed with another key.`);
    const opener = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(nonceAt, textAt))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(-tagLength));
    try {
      return opener.update(bytes.subarray(textAt, -tagLength), undefined, 'utf8') + opener.final('utf8');
    } catch (error) {
      throw new SecretError(`${about} was changed after it had been sealed.`, { cause: error });
    }
  }
}

/** The id of the key that something was sealed with. */
export const keyIdOf = (sealed: Uint8Array): string => Buffer.from(sealed.subarray(idAt, nonceAt)).toString('hex');
