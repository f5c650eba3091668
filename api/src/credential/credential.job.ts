import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs.ts';
import { IssueCredential } from './issue-credential.ts';

/** Issues the certificate of whatever was completed. */
@Injectable()
export class CredentialJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly issuing: IssueCredential,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('credential-issue', ({ enrolmentId }) => this.issuing.issue(enrolmentId));
  }
}
