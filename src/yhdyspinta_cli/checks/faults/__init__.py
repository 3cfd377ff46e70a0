"""The explanations of the faults that `document` and `store` tell, before any rule is asked."""
