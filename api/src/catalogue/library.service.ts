import { Injectable } from '@nestjs/common';

@Injectable()
export class LibraryService {
  search(..._: unknown[]): Promise<never> {
    throw new Error('search');
  }
  publication(..._: unknown[]): Promise<never> {
    throw new Error('publication');
  }
  glossary(..._: unknown[]): Promise<never> {
    throw new Error('glossary');
  }
}
