# Runs a command that sees the folders it is given and no others: sh set-apart.sh ROOT WRITABLE READABLE ... -- COMMAND ...
# Meant for new namespaces of users, mounts and processes (unshare). ROOT is an empty folder. Ends with an error, before the
# command, when the system lets any of it not be done.
set -eu
root=$1
writable=$2
shift 2
here=$(pwd)

mount -t tmpfs -o mode=755 tmpfs "$root"

# What is not there is not shown, nor a file again that a folder shows; a link of the system's own stays a link.
show() {
  if [ -L "$1" ]; then
    cp -P "$1" "$root$1"
  elif [ -d "$1" ]; then
    mkdir -p "$root$1"
    mount --rbind "$1" "$root$1"
  elif [ -e "$1" ]; then
    mkdir -p "$root${1%/*}"
    : > "$root$1"
    mount --bind "$1" "$root$1"
  fi
}

show_for_reading() {
  [ ! -f "$1" ] || [ ! -e "$root$1" ] || return 0
  show "$1"
  if [ -e "$1" ] && [ ! -L "$1" ]; then mount -o remount,bind,ro "$root$1"; fi
}

for folder in /usr /bin /sbin /lib /lib32 /lib64 /etc/fonts; do show_for_reading "$folder"; done
for device in /dev/null /dev/zero /dev/urandom; do show "$device"; done
while [ "$1" != "--" ]; do
  show_for_reading "$1"
  shift
done
shift
show "$writable"
mkdir -p "$root/proc" "$root/tmp" "$root$here" "$root/before"
mount -t proc proc "$root/proc"

# What is set apart could otherwise set itself apart again, and have more of the kernel.
echo 0 > "$root/proc/sys/user/max_user_namespaces"

cd "$root"
pivot_root . before
umount -l /before
rmdir /before
cd "$here"
# Not even root's capabilities in the namespace, and none to be had from a file.
exec setpriv --no-new-privs --inh-caps=-all --bounding-set=-all -- "$@"
