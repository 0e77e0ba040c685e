// Files of the repository's default branch: what people have merged, not what a pull request proposes.

export interface RepositoryFiles {
  /**
   * @param path from the root of the repository, without a slash in front
   * @returns its text, in UTF-8; nothing when there is no such file
   * @throws `github/no-plain-file` for a folder, a symbolic link, a submodule; `github/file-too-large` above 1 MiB
   */
  read(path: string): Promise<string | undefined>;
}
