/* What reading costs at least: every byte of the .yaml files below a folder, and libyaml's events.
   cc -O2 floor.c -o floor -lyaml; ./floor FOLDER prints how many files and events there were. */
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static long files, events;

static int visit(const char *path, const struct stat *info, int kind, struct FTW *where) {
  size_t length = strlen(path);
  (void)where;
  if (kind != FTW_F || length < 5 || strcmp(path + length - 5, ".yaml") != 0) return 0;
  size_t size = (size_t)info->st_size;
  unsigned char *bytes = malloc(size + 1);
  FILE *file = fopen(path, "rb");
  if (!bytes || !file || fread(bytes, 1, size, file) != size) return 1;
  fclose(file);
  yaml_parser_t parser;
  yaml_event_t event;
  int last = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, bytes, size);
  while (!last) {
    if (!yaml_parser_parse(&parser, &event)) return 1;
    last = event.type == YAML_STREAM_END_EVENT;
    events++;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  free(bytes);
  files++;
  return 0;
}

int main(int count, char **given) {
  if (count != 2 || nftw(given[1], visit, 16, FTW_PHYS) != 0) return 1;
  printf("%ld files, %ld events\n", files, events);
  return 0;
}
