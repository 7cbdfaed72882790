;; The inner loop of every linear model: look up the features of one decision and sum what they say.
;; Integers alone, so that every machine gives the same sums. `npm run kernel` assembles it into kernel-bytes.ts.
;;
;; Memory, in bytes: feature keys from 0, scores from 2048 (32 bits each), what the templates look at from 3072, values
;; found from 4096, templates from 6144 (templates.ts), then the map's buckets from 10240 and, where the caller put them,
;; short and long rows. A bucket is eight keys and behind them their values (buckets.ts). All eight are compared, and what is not there adds 0: a processor loses more by guessing wrong.
;; `mask` is the number of buckets less one, times 64: where in it a key belongs, its upper bits say.
(module
  (import "weights" "memory" (memory 1))

  ;; Writes the keys of the templates in some blocks behind the first `count` keys, four at a time, and returns how many keys
  ;; there are then: hash.ts reckons the same, one by one. `block` and `end` are where the blocks begin and end.
  (func (export "hash") (param $block i32) (param $end i32) (param $count i32) (result i32)
    (local $to i32)
    (local $arity i32)
    (local $hash v128)
    (local.set $to (i32.shl (local.get $count) (i32.const 2)))
    (block $done
      (loop $fours
        (br_if $done (i32.ge_u (local.get $block) (local.get $end)))
        (local.set $arity (i32.load offset=4 (local.get $block)))
        (local.set $hash
          (v128.xor
            (v128.load offset=16 (local.get $block))
            (call $gather (i32.add (local.get $block) (i32.const 32)))))
        (if (i32.gt_u (local.get $arity) (i32.const 1))
          (then
            (local.set $hash
              (v128.xor
                (i32x4.mul (local.get $hash) (v128.const i32x4 0x27d4eb2f 0x27d4eb2f 0x27d4eb2f 0x27d4eb2f))
                (call $gather (i32.add (local.get $block) (i32.const 48)))))))
        (if (i32.gt_u (local.get $arity) (i32.const 2))
          (then
            (local.set $hash
              (v128.xor
                (i32x4.mul (local.get $hash) (v128.const i32x4 0x165667b1 0x165667b1 0x165667b1 0x165667b1))
                (call $gather (i32.add (local.get $block) (i32.const 64)))))))
        (local.set $hash
          (i32x4.mul
            (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 16)))
            (v128.const i32x4 0x85ebca6b 0x85ebca6b 0x85ebca6b 0x85ebca6b)))
        (local.set $hash
          (i32x4.mul
            (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 13)))
            (v128.const i32x4 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35)))
        (local.set $hash (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 16))))
        ;; 0 stands for no key: it becomes 1
        (v128.store
          (local.get $to)
          (i32x4.sub (local.get $hash) (i32x4.eq (local.get $hash) (v128.const i32x4 0 0 0 0))))
        (local.set $to (i32.add (local.get $to) (i32.load (local.get $block))))
        (local.set $block (i32.add (local.get $block) (i32.const 80)))
        (br $fours)))
    (i32.shr_u (local.get $to) (i32.const 2)))

  ;; The four values whose places are given.
  (func $gather (param $places i32) (result v128)
    (v128.load32_lane offset=3072 3
      (i32.load offset=12 (local.get $places))
      (v128.load32_lane offset=3072 2
        (i32.load offset=8 (local.get $places))
        (v128.load32_lane offset=3072 1
          (i32.load offset=4 (local.get $places))
          (v128.load32_zero offset=3072 (i32.load (local.get $places)))))))

  ;; Writes the values of the first `count` keys from 4096 on, those that are 0 left out, and returns where they end.
  (func $find (param $count i32) (param $mask i32) (result i32)
    (local $at i32)
    (local $to i32)
    (local $bucket i32)
    (local $isFull i32)
    (local $value i32)
    (local $both i64)
    (local $key v128)
    (local $found v128)
    (local.set $to (i32.const 4096))
    (block $done
      (loop $keys
        (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
        (local.set $key (v128.load32_splat (local.get $at)))
        (local.set $bucket
          (i32.and (i32.shr_u (i32.load (local.get $at)) (i32.clz (local.get $mask))) (local.get $mask)))
        (local.set $found (v128.const i32x4 0 0 0 0))
        (loop $probe
          (local.set $found
            (v128.or
              (local.get $found)
              (v128.or
                (v128.and
                  (i32x4.eq (v128.load offset=10240 (local.get $bucket)) (local.get $key))
                  (v128.load offset=10272 (local.get $bucket)))
                (v128.and
                  (i32x4.eq (v128.load offset=10256 (local.get $bucket)) (local.get $key))
                  (v128.load offset=10288 (local.get $bucket))))))
          (local.set $isFull (i32.load offset=10268 (local.get $bucket)))
          (local.set $bucket (i32.and (i32.add (local.get $bucket) (i32.const 64)) (local.get $mask)))
          (br_if $probe (local.get $isFull)))
        (local.set $both
          (i64.or (i64x2.extract_lane 0 (local.get $found)) (i64x2.extract_lane 1 (local.get $found))))
        (local.set $value
          (i32.wrap_i64 (i64.or (local.get $both) (i64.shr_u (local.get $both) (i64.const 32)))))
        (i32.store (local.get $to) (local.get $value))
        (local.set $to (i32.add (local.get $to) (i32.shl (i32.ne (local.get $value) (i32.const 0)) (i32.const 2))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $keys)))
    (local.get $to))

  ;; Adds the rows of the first `count` keys to the scores. A value is start * 256 + length of a short row: pairs of
  ;; weight * 256 + label. Length 255 marks a long row: its number, each `width` bytes of 16-bit weights for all labels.
  (func (export "addRows") (param $count i32) (param $mask i32) (param $short i32) (param $long i32) (param $width i32)
    (local $at i32)
    (local $last i32)
    (local $row i32)
    (local $from i32)
    (local $end i32)
    (local $to i32)
    (local $pair i32)
    (local $eight v128)
    (local.set $last (call $find (i32.shl (local.get $count) (i32.const 2)) (local.get $mask)))
    (local.set $at (i32.const 4096))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $at) (local.get $last)))
        (local.set $row (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
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
        (br $rows))))

  ;; Sums the upper and the lower 16 bits of the values of the first `count` keys into the first two scores.
  (func (export "addHalves") (param $count i32) (param $mask i32)
    (local $at i32)
    (local $bucket i32)
    (local $isFull i32)
    (local $key v128)
    (local $found v128)
    (local $upper v128)
    (local $lower v128)
    (local.set $count (i32.shl (local.get $count) (i32.const 2)))
    (block $done
      (loop $keys
        (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
        (local.set $key (v128.load32_splat (local.get $at)))
        (local.set $bucket
          (i32.and (i32.shr_u (i32.load (local.get $at)) (i32.clz (local.get $mask))) (local.get $mask)))
        (loop $probe
          (local.set $found
            (v128.or
              (v128.and
                (i32x4.eq (v128.load offset=10240 (local.get $bucket)) (local.get $key))
                (v128.load offset=10272 (local.get $bucket)))
              (v128.and
                (i32x4.eq (v128.load offset=10256 (local.get $bucket)) (local.get $key))
                (v128.load offset=10288 (local.get $bucket)))))
          (local.set $upper (i32x4.add (local.get $upper) (i32x4.shr_s (local.get $found) (i32.const 16))))
          (local.set $lower
            (i32x4.add
              (local.get $lower)
              (i32x4.shr_s (i32x4.shl (local.get $found) (i32.const 16)) (i32.const 16))))
          (local.set $isFull (i32.load offset=10268 (local.get $bucket)))
          (local.set $bucket (i32.and (i32.add (local.get $bucket) (i32.const 64)) (local.get $mask)))
          (br_if $probe (local.get $isFull)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $keys)))
    (i32.store (i32.const 2048) (call $sumOf (local.get $upper)))
    (i32.store (i32.const 2052) (call $sumOf (local.get $lower))))

  (func $sumOf (param $four v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $four)) (i32x4.extract_lane 1 (local.get $four)))
      (i32.add (i32x4.extract_lane 2 (local.get $four)) (i32x4.extract_lane 3 (local.get $four))))))
