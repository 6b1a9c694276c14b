/**
 * Shell that makes every kind of entry in `source`, with all that is hard about each, and stays there. For bash, as
 * root.
 */
export const EVERY_KIND = String.raw`
  cd source
  # names
  mkdir names; cd names
  for name in $'new\nline' $'end\n' $'\n' "quo'te" 'quo"te' '$(id)' '-rf' '--help' 'back\slash' '\n' $'\a\b\f\v\e\x01\x7f' $'\xff\xfe' \
    $'\xc3' $'e\u0301' $'\u00e9' $'\u202e' ' ' '*' '{a,b}' '#' '~' '%s' '@file' "$(printf 'n%.0s' $(seq 255))"; do
    echo "$name" > "$name"; ln -s "$name" "link to ${'$'}{name:0:100}"
  done
  mkdir $'dir\n\xff'; echo x > $'dir\n\xff/f'; cd ..
  # kinds
  mkdir kinds; cd kinds
  : > empty; mkfifo fifo; mknod block b 259 300000; mknod char c 1 3; mknod huge c 4095 1048575; ln -s fifo link
  ln -s "$(printf 'long/%.0s' $(seq 800))" long; ln -s $'\xff\n' bytes
  python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
  echo linked > one; ln one two; mkdir sub; ln one sub/three; cd ..
  # modes and owners
  mkdir modes; cd modes
  for mode in 0000 0001 0644 1644 2755 4755 6711 7777; do echo $mode > f$mode; mkdir d$mode; mkfifo p$mode; chown 1000:1000 ?$mode; chmod $mode ?$mode; done
  echo a > u1; chown 2097152:2097152 u1; echo b > u2; chown 4294967294:4294967294 u2; mkdir u3; chown 4294967294:3000000 u3
  ln -s x u4; chown -h 4294967294:2097152 u4; cd ..
  # times
  mkdir times; cd times
  for time in -1.5 -0.000000001 0 0.000000001 -2147483648.999999999 2147483648.1 4294967295.999999999 4294967296 9214646400.25; do
    echo t > "f$time"; touch -d "@$time" "f$time"; ln -s t "l$time"; touch -h -d "@$time" "l$time"; mkdir "d$time"; touch -d "@$time" "d$time"
  done; cd ..
  # holes
  mkdir holes; cd holes
  truncate -s 20M all; printf head > begin; truncate -s 9M begin; truncate -s 9M end; printf tail >> end
  for i in 1 3 5 7; do printf $i | dd of=islands bs=1M seek=$i conv=notrunc 2>/dev/null; done; printf x > odd; truncate -s 1000001 odd
  truncate -s 2M $'h\xff\xc3\xa9'; printf x >> $'h\xff\xc3\xa9'
  cd ..; touch -d '2001-02-03 04:05:06.789' names .
  # hard links that are younger than the listing stand alone
  sleep 2.1
`;

/** The same for extended attributes, access lists and capabilities of each kind, in `source`. */
export const ATTRIBUTES = String.raw`
  mkdir attributes; cd attributes
  echo x > file; mkdir dir; ln -s file link; mkfifo fifo; mknod dev c 1 3
  setfattr -n user.plain -v value file; setfattr -n user.binary -v 0x000a0d22ff file; setfattr -n user.empty file
  setfattr -n 'user.a=b%3D%c' -v x file; setfattr -n user.$'new\nline' -v x file; setfattr -n user.żółw -v y dir
  setfattr -n user.large -v "$(printf 'v%.0s' $(seq 2000))" file
  setfacl -m u:12345:r,g:4294967294:rwx file; setfacl -m u:12345:rx,d:u:777:rwx,d:g:778:--x dir; setfacl -m u:12345:w fifo dev
  for entry in file dir link fifo dev; do setfattr -h -n trusted.note -v "of $entry" $entry; setfattr -h -n security.note -v "of $entry" $entry; done
  cp /bin/true capable; setcap cap_net_bind_service,cap_sys_admin+ep capable; cd ..
  touch -d '2001-02-03 04:05:06.789' attributes .
`;

/** Times that ext4 can't keep, on a tmpfs. */
export const FAR_TIMES = `
  mkdir far; cd far; for time in -9000000000.5 -2147483649.999999999 4294967296.000000001; do
    echo t > "f$time"; touch -d "@$time" "f$time"; ln -s t "l$time"; touch -h -d "@$time" "l$time"; mkdir "d$time"; touch -d "@$time" "d$time"
  done; touch -d @1 .; cd ..
`;

/** What stock restic saves, and doesn't restore, in `source`: hard links of what is no file, and times after 2262. */
export const BEYOND_RESTORING = `
  mkdir beyond; cd beyond; mkfifo pipe; ln pipe pipe2; ln -s to symlink; ln symlink symlink2
  echo t > late; touch -d @15032385535 late; cd ..
`;
