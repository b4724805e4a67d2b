/* Writes down, in order, what a program does to the files below one folder, so that a test can say what a disk may
 * hold if the power fails. Loaded before the program's own libraries (LD_PRELOAD); Linux only.
 *
 * Each entry: kind (1 byte), descriptor, offset, length of the name, length of the data (8 bytes each, little-endian),
 * the name, the data. Whatever is written to the descriptor POWERCUT_SAID becomes an entry too: what the program has
 * promised so far. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096
#define OURS(fd) ((fd) >= 0 && (fd) < FILES && ours[fd])
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static unsigned char ours[FILES];
static char root[PATH_MAX];
static int book = -1, said = -1;
static pid_t writer;

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("POWERCUT_ROOT"), *file = getenv("POWERCUT_LOG"), *voice = getenv("POWERCUT_SAID");
    if (!folder || !file || !voice) return;
    snprintf(root, sizeof root, "%s", folder);
    said = atoi(voice);
    writer = getpid();
    book = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const void *from, size_t size) {
    const char *rest = from;
    while (size > 0) {
        long done = syscall(SYS_write, book, rest, size);
        if (done <= 0) abort();
        rest += done;
        size -= (size_t)done;
    }
}

static void note(char kind, int fd, off_t offset, const char *name, const void *data, size_t size) {
    if (book < 0 || getpid() != writer) return;
    uint64_t numbers[4] = {(uint64_t)fd, (uint64_t)offset, strlen(name), size};
    put(&kind, 1);
    put(numbers, sizeof numbers);
    put(name, strlen(name));
    if (size > 0) put(data, size);
}

/* The whole name below the folder, or NULL when it is elsewhere. */
static const char *whole(int folder, const char *path, char *out) {
    char at[64], base[PATH_MAX] = "";
    if (path[0] == '/') {
        snprintf(out, 2 * PATH_MAX, "%s", path);
    } else {
        snprintf(at, sizeof at, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
        ssize_t length = readlink(at, base, sizeof base - 1);
        base[length < 0 ? 0 : length] = 0;
        snprintf(out, 2 * PATH_MAX, "%s/%s", base, path);
    }
    size_t length = strlen(root);
    if (length == 0 || strncmp(out, root, length) != 0) return NULL;
    return out[length] == '/' || out[length] == 0 ? out : NULL;
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
    char name[2 * PATH_MAX];
    pthread_mutex_lock(&turn);
    const char *inside = whole(folder, path, name);
    int new = inside && (flags & O_CREAT) && access(inside, F_OK) != 0;
    int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
    if (fd >= 0 && fd < FILES) {
        ours[fd] = inside != NULL;
        if (new) note('c', fd, 0, inside, NULL, 0);
        if (inside) note('o', fd, 0, inside, NULL, 0);
        if (inside && (flags & O_TRUNC)) note('t', fd, 0, "", NULL, 0);
    }
    pthread_mutex_unlock(&turn);
    return fd;
}

#define MODE(flags, mode)                                   \
    mode_t mode = 0;                                        \
    if (((flags) & O_CREAT) || ((flags) & __O_TMPFILE)) {   \
        va_list more;                                       \
        va_start(more, flags);                              \
        mode = va_arg(more, mode_t);                        \
        va_end(more);                                       \
    }

int open(const char *path, int flags, ...) { MODE(flags, mode) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) return opened(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags, mode) return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags, mode) return opened(folder, path, flags, mode); }
int __open_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

#define DONE(type, call, kind, fd, offset, name, data, size)        \
    pthread_mutex_lock(&turn);                                      \
    type done = call;                                               \
    if (done >= 0) note(kind, fd, offset, name, data, size);        \
    pthread_mutex_unlock(&turn);                                    \
    return done;

ssize_t write(int fd, const void *data, size_t size) {
    if (fd == said && said >= 0) {
        DONE(ssize_t, syscall(SYS_write, fd, data, size), 'a', fd, 0, "", data, (size_t)done)
    }
    if (!OURS(fd)) return NEXT(write)(fd, data, size);
    off_t at = lseek(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR);
    DONE(ssize_t, syscall(SYS_write, fd, data, size), 'w', fd, at, "", data, (size_t)done)
}

static ssize_t written(int fd, const void *data, size_t size, off_t at) {
    if (!OURS(fd)) return syscall(SYS_pwrite64, fd, data, size, at);
    DONE(ssize_t, syscall(SYS_pwrite64, fd, data, size, at), 'w', fd, at, "", data, (size_t)done)
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return written(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return written(fd, data, size, at); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    ssize_t total = 0;
    if (!OURS(fd)) return NEXT(writev)(fd, parts, count);
    for (int part = 0; part < count; part++) {
        ssize_t done = write(fd, parts[part].iov_base, parts[part].iov_len);
        if (done < 0) return total ? total : done;
        total += done;
    }
    return total;
}

static int cut(int fd, off_t size) {
    if (!OURS(fd)) return (int)syscall(SYS_ftruncate, fd, size);
    DONE(int, (int)syscall(SYS_ftruncate, fd, size), 't', fd, size, "", NULL, 0)
}
int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

/* Nothing is really synced here: the test only asks what was asked for. */
static int synced(int fd) {
    if (!OURS(fd)) return (int)syscall(SYS_fsync, fd);
    DONE(int, 0, 's', fd, 0, "", NULL, 0)
}
int fsync(int fd) { return synced(fd); }
int fdatasync(int fd) { return synced(fd); }

/* What could change a file unseen must not happen unseen. */
int fallocate(int fd, int mode, off_t at, off_t size) {
    if (OURS(fd)) abort();
    return (int)syscall(SYS_fallocate, fd, mode, at, size);
}
int posix_fallocate(int fd, off_t at, off_t size) {
    if (OURS(fd)) abort();
    return NEXT(posix_fallocate)(fd, at, size);
}

int close(int fd) {
    pthread_mutex_lock(&turn);
    if (OURS(fd)) {
        note('x', fd, 0, "", NULL, 0);
        ours[fd] = 0;
    }
    pthread_mutex_unlock(&turn);
    return (int)syscall(SYS_close, fd);
}

static int moved(int from, const char *old, int to, const char *new) {
    char before[2 * PATH_MAX], after[2 * PATH_MAX];
    const char *inside = whole(from, old, before);
    const char *target = whole(to, new, after);
    if (!inside || !target) return (int)syscall(SYS_renameat2, from, old, to, new, 0);
    DONE(int, (int)syscall(SYS_renameat2, from, old, to, new, 0), 'r', 0, 0, inside, target, strlen(target))
}
int rename(const char *old, const char *new) { return moved(AT_FDCWD, old, AT_FDCWD, new); }
int renameat(int from, const char *old, int to, const char *new) { return moved(from, old, to, new); }

static int removed(int folder, const char *path, int flags) {
    char name[2 * PATH_MAX];
    const char *inside = whole(folder, path, name);
    if (!inside) return (int)syscall(SYS_unlinkat, folder, path, flags);
    DONE(int, (int)syscall(SYS_unlinkat, folder, path, flags), 'u', 0, 0, inside, NULL, 0)
}
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }
int unlinkat(int folder, const char *path, int flags) { return removed(folder, path, flags); }

static int made(int folder, const char *path, mode_t mode) {
    char name[2 * PATH_MAX];
    const char *inside = whole(folder, path, name);
    if (!inside) return (int)syscall(SYS_mkdirat, folder, path, mode);
    DONE(int, (int)syscall(SYS_mkdirat, folder, path, mode), 'm', 0, 0, inside, NULL, 0)
}
int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return made(folder, path, mode); }
