;; The inner loop of every linear model: look up the features of one decision and sum what they say.
;; Integers alone, so that every machine gives the same sums. `npm run kernel` assembles it into kernel-bytes.ts.
;;
;; Memory, in bytes: feature keys from 0, scores from 2048 (32 bits each), then the map from 4096 and, where the
;; caller put them, short and long rows.
(module
  (import "weights" "memory" (memory 1))

  ;; Place of a key's value in the map: open addressing, key and value side by side, as in int-map.ts.
  (func $cell (param $key i32) (param $mask i32) (result i32)
    (local $slot i32)
    (local $cell i32)
    (local $found i32)
    (local.set $slot (i32.shr_u (local.get $key) (i32.clz (local.get $mask))))
    (loop $probe
      (local.set $cell (i32.add (i32.const 4096) (i32.shl (local.get $slot) (i32.const 3))))
      (local.set $found (i32.load (local.get $cell)))
      (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 1)) (local.get $mask)))
      (br_if $probe
        (i32.and (i32.ne (local.get $found) (i32.const 0)) (i32.ne (local.get $found) (local.get $key)))))
    (i32.add (local.get $cell) (i32.const 4)))

  ;; Reads where each key would be and does nothing with it: the reads do not wait for each other, so that $cell then
  ;; finds all in the cache. The sum is given so that no compiler leaves it out.
  (func $touch (param $end i32) (param $mask i32) (result i32)
    (local $at i32)
    (local $key i32)
    (local $sum i32)
    (block $done
      (loop $keys
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $key (i32.load (local.get $at)))
        (local.set $sum
          (i32.add
            (local.get $sum)
            (i32.load offset=4096
              (i32.shl
                (i32.shr_u (local.get $key) (i32.clz (local.get $mask)))
                (i32.const 3)))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $keys)))
    (local.get $sum))

  ;; Adds the rows of the first `count` keys to the scores. A value is start * 256 + length of a short row: pairs of
  ;; weight * 256 + label. Length 255 marks a long row: its number, each `width` bytes of 16-bit weights for all labels.
  (func (export "addRows") (param $count i32) (param $mask i32) (param $short i32) (param $long i32) (param $width i32)
    (local $at i32)
    (local $row i32)
    (local $from i32)
    (local $end i32)
    (local $to i32)
    (local $pair i32)
    (local $eight v128)
    (local.set $count (i32.shl (local.get $count) (i32.const 2)))
    (i32.store (i32.const 4092) (call $touch (local.get $count) (local.get $mask)))
    (block $done
      (loop $keys
        (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
        (local.set $row (i32.load (call $cell (i32.load (local.get $at)) (local.get $mask))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br_if $keys (i32.eqz (local.get $row)))
        (if (i32.eq (i32.and (local.get $row) (i32.const 255)) (i32.const 255))
          (then
            (local.set $from
              (i32.add (local.get $long) (i32.mul (i32.shr_u (local.get $row) (i32.const 8)) (local.get $width))))
            (local.set $end (i32.add (local.get $from) (local.get $width)))
            (local.set $to (i32.const 2048))
            (loop $eights
              (local.set $eight (v128.load (local.get $from)))
              (v128.store
                (local.get $to)
                (i32x4.add (v128.load (local.get $to)) (i32x4.extend_low_i16x8_s (local.get $eight))))
              (v128.store offset=16
                (local.get $to)
                (i32x4.add (v128.load offset=16 (local.get $to)) (i32x4.extend_high_i16x8_s (local.get $eight))))
              (local.set $to (i32.add (local.get $to) (i32.const 32)))
              (local.set $from (i32.add (local.get $from) (i32.const 16)))
              (br_if $eights (i32.lt_u (local.get $from) (local.get $end)))))
          (else
            (local.set $from
              (i32.add (local.get $short) (i32.shl (i32.shr_u (local.get $row) (i32.const 8)) (i32.const 2))))
            (local.set $end
              (i32.add (local.get $from) (i32.shl (i32.and (local.get $row) (i32.const 255)) (i32.const 2))))
            (loop $pairs
              (local.set $pair (i32.load (local.get $from)))
              (local.set $to (i32.shl (i32.and (local.get $pair) (i32.const 255)) (i32.const 2)))
              (i32.store offset=2048
                (local.get $to)
                (i32.add
                  (i32.load offset=2048 (local.get $to))
                  (i32.shr_s (local.get $pair) (i32.const 8))))
              (local.set $from (i32.add (local.get $from) (i32.const 4)))
              (br_if $pairs (i32.lt_u (local.get $from) (local.get $end))))))
        (br $keys))))

  ;; Sums the upper and the lower 16 bits of the values of the first `count` keys into the first two scores.
  (func (export "addHalves") (param $count i32) (param $mask i32)
    (local $at i32)
    (local $both i32)
    (local $upper i32)
    (local $lower i32)
    (local.set $count (i32.shl (local.get $count) (i32.const 2)))
    (i32.store (i32.const 4092) (call $touch (local.get $count) (local.get $mask)))
    (block $done
      (loop $keys
        (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
        (local.set $both (i32.load (call $cell (i32.load (local.get $at)) (local.get $mask))))
        (local.set $upper (i32.add (local.get $upper) (i32.shr_s (local.get $both) (i32.const 16))))
        (local.set $lower (i32.add (local.get $lower) (i32.extend16_s (local.get $both))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $keys)))
    (i32.store (i32.const 2048) (local.get $upper))
    (i32.store (i32.const 2052) (local.get $lower))))
