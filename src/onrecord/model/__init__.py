"""The record's types: frozen, slotted, standard library only. `record.md` is their contract; `codec` their JSON."""
