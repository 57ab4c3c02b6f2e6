// A server on loopback with a certificate of its own, made by openssl, and the file that makes a child process trust it.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { onTestFinished } from 'vitest';

export interface TlsServer {
  /** `https://localhost:…`, without a slash at the end. */
  origin: string;
  /** For NODE_EXTRA_CA_CERTS. */
  certificate: string;
  close(): Promise<void>;
}

/** Key and certificate are written to `folder`. */
export async function startTlsServer(folder: string, answer: RequestListener): Promise<TlsServer> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
  execFileSync('openssl', [...request, ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, answer);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  // Only a pipe has a name for an address.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    certificate,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Until the test ends this process trusts the certificate, as a child does by NODE_EXTRA_CA_CERTS, which is read at a start only. */
export function trustHere(certificate: string): void {
  const { createSecureContext } = tls;
  tls.createSecureContext = (options) => {
    const made = createSecureContext(options);
    (made.context as { addCACert(pem: Buffer): void }).addCACert(readFileSync(certificate));
    return made;
  };
  onTestFinished(() => {
    tls.createSecureContext = createSecureContext;
  });
}
