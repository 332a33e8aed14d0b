// oracle judges what a OneBook log hands out by code that OneBook's authors did not write:
// golang.org/x/mod/sumdb/note for notes and keys, sumdb/tlog for trees and proofs.
//
// Standard input holds one case a line: a word and its arguments, each in standard base64.
// Standard output holds one line for each: "accept" or "reject: why".
//
//	checkpoint  LOG-VKEY NOTE                  a signed head in its one form
//	cosigned    LOG-VKEY WITNESS-VKEY NOTE     log and witness (cosignature/v1) signed that head
//	proof       LOG-VKEY WITNESS-VKEY PROOF LEAF   a tlog-proof@v1 of these bytes
//	consistent  LOG-VKEY OLD-NOTE NEW-NOTE HASHES  the old log grew into the new one
//
// WITNESS-VKEY may be empty. The libraries are lenient where a text has several forms, so every
// text is written again from what was read and compared.
package main

import (
	"bufio"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// witness is a note.Verifier of type 0x04: eight bytes of time, then the signature.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 72 || int64(binary.BigEndian.Uint64(sig)) <= 0 {
		return false
	}
	text := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(w.key, []byte(text), sig[8:])
}

func newWitness(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("not a vkey")
	}
	key, err := strict(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errors.New("not a key of type 4")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if parts[1] != fmt.Sprintf("%x", sum[:4]) {
		return nil, errors.New("the key id is not the key's")
	}
	return witness{parts[0], binary.BigEndian.Uint32(sum[:4]), key[1:]}, nil
}

// strict is base64 in its one form.
func strict(text string) ([]byte, error) {
	raw, err := base64.StdEncoding.Strict().DecodeString(text)
	if err == nil && base64.StdEncoding.EncodeToString(raw) != text {
		err = errors.New("base64 in another form")
	}
	return raw, err
}

// open gives the head of a note that every one of these keys signed, each line in its one form.
func open(text string, keys ...note.Verifier) (tlog.Tree, string, error) {
	n, err := note.Open([]byte(text), note.VerifierList(keys...))
	if err != nil {
		return tlog.Tree{}, "", err
	}
	if len(n.Sigs) != len(keys) || len(n.UnverifiedSigs) > 0 {
		return tlog.Tree{}, "", errors.New("signed by others than these keys")
	}
	for _, sig := range n.Sigs {
		if _, err := strict(sig.Base64); err != nil {
			return tlog.Tree{}, "", err
		}
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] == "" {
		return tlog.Tree{}, "", errors.New("not three lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, "", errors.New("not a size")
	}
	root, err := strict(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, "", errors.New("not a root")
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, lines[0], nil
}

func logKey(vkey string) (note.Verifier, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return nil, err
	}
	parts := strings.SplitN(vkey, "+", 3)
	if _, err := strict(parts[2]); err != nil || strings.ToLower(parts[1]) != parts[1] {
		return nil, errors.New("a key in another form")
	}
	return verifier, nil
}

func head(logVkey, witnessVkey, text string) (tlog.Tree, error) {
	log, err := logKey(logVkey)
	if err != nil {
		return tlog.Tree{}, err
	}
	keys := []note.Verifier{log}
	if witnessVkey != "" {
		one, err := newWitness(witnessVkey)
		if err != nil {
			return tlog.Tree{}, err
		}
		keys = append(keys, one)
	}
	tree, origin, err := open(text, keys...)
	if err == nil && origin != log.Name() {
		err = errors.New("the head of another log")
	}
	return tree, err
}

func hashes(text string) ([]tlog.Hash, error) {
	var all []tlog.Hash
	if text == "" {
		return all, nil
	}
	for _, line := range strings.Split(text, "\n") {
		raw, err := strict(line)
		if err != nil || len(raw) != tlog.HashSize {
			return nil, errors.New("not a hash")
		}
		var hash tlog.Hash
		copy(hash[:], raw)
		all = append(all, hash)
	}
	return all, nil
}

func proof(logVkey, witnessVkey, text, leaf string) error {
	parts := strings.SplitN(text, "\n\n", 2)
	lines := strings.SplitN(parts[0], "\n", 3)
	if len(parts) != 2 || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a tlog-proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil || index < 0 || lines[1] != "index "+strconv.FormatInt(index, 10) {
		return errors.New("not an index")
	}
	path := []tlog.Hash{}
	if len(lines) == 3 {
		if path, err = hashes(lines[2]); err != nil || len(path) == 0 {
			return errors.New("not hashes")
		}
	}
	tree, err := head(logVkey, witnessVkey, parts[1])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash([]byte(leaf)))
}

func consistent(logVkey, before, after, text string) error {
	old, err := head(logVkey, "", before)
	if err != nil {
		return err
	}
	now, err := head(logVkey, "", after)
	if err != nil {
		return err
	}
	path, err := hashes(text)
	if err != nil {
		return err
	}
	return tlog.CheckTree(path, now.N, now.Hash, old.N, old.Hash)
}

func judge(words []string) (err error) {
	defer func() {
		if wrong := recover(); wrong != nil {
			err = fmt.Errorf("%v", wrong)
		}
	}()
	args := []string{}
	for _, word := range words[1:] {
		raw, err := strict(word)
		if err != nil {
			return err
		}
		args = append(args, string(raw))
	}
	switch {
	case words[0] == "checkpoint" && len(args) == 2:
		_, err = head(args[0], "", args[1])
	case words[0] == "cosigned" && len(args) == 3:
		_, err = head(args[0], args[1], args[2])
	case words[0] == "proof" && len(args) == 4:
		err = proof(args[0], args[1], args[2], args[3])
	case words[0] == "consistent" && len(args) == 4:
		err = consistent(args[0], args[1], args[2], args[3])
	default:
		err = errors.New("not a case")
	}
	return err
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<22)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		if err := judge(strings.Split(in.Text(), " ")); err != nil {
			fmt.Fprintf(out, "reject: %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Fprintln(out, "accept")
		}
	}
}
